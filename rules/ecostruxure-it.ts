// EcoStruxure IT (Schneider Electric): API keys with a short prefix, so the product's name must be near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ecostruxureItKey = defineRule({
  id: 'ecostruxure-it-key',
  title: 'EcoStruxure IT API key',
  provider: 'EcoStruxure IT',
  severity: 'medium',
  keywords: ['AK1'],
  pattern: /(?<![\w+/=-])AK1[A-Za-z0-9/]{50,55}(?![\w+/=-])/,
  minEntropy: 4,
  near: { words: ['ecostruxure'], before: 300, after: 200 },
  references: ['https://developer.ecostruxureit.com'],
  match: [
    `ecostruxure.key: "«AK1${sample('base62', 52)}»"`,
    `curl https://api.ecostruxureit.com/rest/v1 # key «AK1${sample('base62', 50, 2)}»`,
  ],
  noMatch: [`AK1${sample('base62', 40)}`, `AK1${'x'.repeat(52)}`],
});
