// Rainforest Pay: API keys of both environments; the live prefix is a common word, hence no binaries.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.rainforestpay.com';

export const rainforestPayKey = defineRule({
  id: 'rainforest-pay-key',
  title: 'Rainforest Pay API key',
  provider: 'Rainforest Pay',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['apikey_'],
  pattern: /(?<!sbx_)(?<![A-Za-z0-9])apikey_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `RAINFOREST_API_KEY=«${'apikey_'}${sample('hex', 64)}»`,
    `"rainforest": { "key": "«${'apikey_'}${sample('hex', 64, 2)}»" }`,
  ],
  noMatch: [`apikey_${sample('hex', 32)}`, `apikey_${'0'.repeat(64)}`],
});

export const rainforestPayKeyTest = defineRule({
  id: 'rainforest-pay-key-test',
  title: 'Rainforest Pay sandbox API key',
  provider: 'Rainforest Pay',
  severity: 'low',
  keywords: ['sbx_apikey_'],
  pattern: /(?<![A-Za-z0-9])sbx_apikey_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `RAINFOREST_API_KEY=«${'sbx_apikey_'}${sample('hex', 64)}»`,
    `"rainforest": { "key": "«${'sbx_apikey_'}${sample('hex', 64, 2)}»" }`,
  ],
  noMatch: [`sbx_apikey_${sample('hex', 32)}`, `sbx_apikey_${'0'.repeat(64)}`],
});
