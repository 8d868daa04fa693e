// Val Town: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const valTownToken = defineRule({
  id: 'val-town-token',
  title: 'Val Town API token',
  provider: 'Val Town',
  severity: 'medium',
  keywords: ['vtwn_'],
  pattern: /(?<![A-Za-z0-9])vtwn_[\w-]{20,80}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.val.town'],
  match: [
    `VAL_TOWN_API_KEY=«vtwn_${sample('base62', 32)}»`,
    `new ValTown({ bearerToken: '«vtwn_${sample('base62', 40, 2)}»' })`,
  ],
  noMatch: [`vtwn_${sample('base62', 12)}`, `vtwn_${'x'.repeat(32)}`],
});
