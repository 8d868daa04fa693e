// Apideck: API keys, told from other sk_ keys by length and the name near them.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://developers.apideck.com';

export const apideckKey = defineRule({
  id: 'apideck-key',
  title: 'Apideck API key',
  provider: 'Apideck',
  severity: 'high',
  keywords: ['sk_live_'],
  pattern: /(?<![A-Za-z0-9_])sk_live_[A-Za-z0-9-]{93}(?![A-Za-z0-9_-])/,
  minEntropy: 4,
  near: { words: ['apideck'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `APIDECK_API_KEY=«sk_live_${sampleUuid()}-${sample('base62', 56)}»`,
    `new Apideck({ apiKey: '«sk_live_${sampleUuid(2)}-${sample('base62', 56, 2)}»' })`,
  ],
  noMatch: [`apideck sk_live_${sample('base62', 12)}`, `apideck sk_live_${'x'.repeat(93)}`],
});

export const apideckKeyTest = defineRule({
  id: 'apideck-key-test',
  title: 'Apideck API key (sandbox)',
  provider: 'Apideck',
  severity: 'low',
  keywords: ['sk_test_'],
  pattern: /(?<![A-Za-z0-9_])sk_test_[A-Za-z0-9-]{93}(?![A-Za-z0-9_-])/,
  minEntropy: 4,
  near: { words: ['apideck'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `APIDECK_API_KEY=«sk_test_${sampleUuid()}-${sample('base62', 56)}»`,
    `new Apideck({ apiKey: '«sk_test_${sampleUuid(2)}-${sample('base62', 56, 2)}»' })`,
  ],
  noMatch: [`apideck sk_test_${sample('base62', 12)}`, `apideck sk_test_${'x'.repeat(93)}`],
});
