// SalesBlink: API keys, told from other key- tokens by length and name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const salesblinkKey = defineRule({
  id: 'salesblink-key',
  title: 'SalesBlink API key',
  provider: 'SalesBlink',
  severity: 'low',
  confidence: 'medium',
  keywords: ['key-'],
  pattern: /(?<![A-Za-z0-9_-])key-[A-Za-z0-9]{64}(?![A-Za-z0-9_-])/,
  minEntropy: 4.5,
  near: { words: ['salesblink'], before: 200, after: 200 },
  references: ['https://salesblink.io'],
  match: [
    `SALESBLINK_API_KEY=«key-${sample('base62', 64)}»`,
    `// salesblink\nAuthorization: «key-${sample('base62', 64, 2)}»`,
  ],
  noMatch: [`salesblink key-${sample('base62', 32)}`, `key-${sample('base62', 64)}`],
});
