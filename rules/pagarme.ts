// Pagar.me: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.pagar.me';

export const pagarmeKey = defineRule({
  id: 'pagarme-key',
  title: 'Pagar.me API key',
  provider: 'Pagar.me',
  severity: 'critical',
  keywords: ['ak_live_'],
  pattern: /(?<![A-Za-z0-9_])ak_live_[A-Za-z0-9]{30}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.7,
  references: [DOCS],
  match: [`PAGARME_API_KEY=«ak_live_${sample('base62', 30)}»`, `"api_key": "«ak_live_${sample('base62', 30, 2)}»"`],
  noMatch: [`ak_live_${sample('base62', 20)}`, `ak_live_${'x'.repeat(30)}`],
});

export const pagarmeKeyTest = defineRule({
  id: 'pagarme-key-test',
  title: 'Pagar.me API key (sandbox)',
  provider: 'Pagar.me',
  severity: 'low',
  keywords: ['ak_test_'],
  pattern: /(?<![A-Za-z0-9_])ak_test_[A-Za-z0-9]{30}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.7,
  references: [DOCS],
  match: [`PAGARME_API_KEY=«ak_test_${sample('base62', 30)}»`, `"api_key": "«ak_test_${sample('base62', 30, 2)}»"`],
  noMatch: [`ak_test_${sample('base62', 20)}`, `ak_test_${'x'.repeat(30)}`],
});
