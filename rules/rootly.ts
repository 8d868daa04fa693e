// Rootly: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const rootlyApiKey = defineRule({
  id: 'rootly-api-key',
  title: 'Rootly API key',
  provider: 'Rootly',
  severity: 'high',
  keywords: ['rootly_'],
  pattern: /(?<![A-Za-z0-9])rootly_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.3,
  references: ['https://docs.rootly.com'],
  match: [`ROOTLY_API_TOKEN=«rootly_${sample('hex', 64)}»`, `Authorization: Bearer «rootly_${sample('hex', 64, 2)}»`],
  noMatch: [`rootly_${sample('hex', 63)}`, `rootly_${'x'.repeat(64)}`],
});
