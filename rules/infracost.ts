// Infracost: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const infracostKey = defineRule({
  id: 'infracost-key',
  title: 'Infracost API key',
  provider: 'Infracost',
  severity: 'low',
  keywords: ['ico-'],
  pattern: /(?<![A-Za-z0-9_-])ico-[A-Za-z0-9]{32}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://www.infracost.io/docs/'],
  match: [
    `INFRACOST_API_KEY=«ico-${sample('base62', 32)}»`,
    `infracost configure set api_key «ico-${sample('base62', 32, 2)}»`,
  ],
  noMatch: [`ico-${sample('base62', 31)}`, `ico-${'x'.repeat(32)}`],
});
