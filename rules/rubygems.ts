// RubyGems: API keys.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const rubygemsApiKeyResponse = defineResponse({
  id: 'rubygems-api-key',
  title: 'RubyGems API key',
  rules: ['rubygems-api-key'],
  names: ['RUBYGEMS_*', 'RUBYGEMS_API_KEY', 'GEM_HOST_API_KEY'],
  revoke: { page: 'https://rubygems.org/profile/api_keys', command: null, api: null },
  rotate: [
    'Delete the key, and look at the versions and owners of your gems.',
    'Create another with the scopes and the gem that it is for, or publish through trusted publishing.',
  ],
  detectUse: 'Versions, yanks and owners that nobody of yours made.',
  reach: 'By scope: pushing and yanking of gems, owners, the dashboard.',
  breaks: 'Publishing with the key.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://guides.rubygems.org/api-key-scopes/',
  sources: [
    'https://guides.rubygems.org/api-key-scopes/',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.97/',
  ],
});
