// RubyGems: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const rubygemsApiKey = defineRule({
  id: 'rubygems-api-key',
  title: 'RubyGems API key',
  provider: 'RubyGems',
  severity: 'critical',
  keywords: ['rubygems_'],
  pattern: /(?<![A-Za-z0-9])rubygems_[0-9a-f]{48}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://guides.rubygems.org/api-key-scopes/'],
  match: [`GEM_HOST_API_KEY=«rubygems_${sample('hex', 48)}»`, `:rubygems_api_key: «rubygems_${sample('hex', 48, 2)}»`],
  noMatch: [`rubygems_${sample('hex', 40)}`, `rubygems_${'x'.repeat(48)}`],
});
