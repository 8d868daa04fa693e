// Exoscale: API keys; the prefix is short, so the name of the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const exoscaleApiKey = defineRule({
  id: 'exoscale-api-key',
  title: 'Exoscale API key',
  provider: 'Exoscale',
  severity: 'high',
  keywords: ['EXO'],
  pattern: /(?<![A-Za-z0-9])EXO(?=[A-Za-z]{0,29}\d)[A-Za-z0-9]{24,30}(?![\w-])/,
  minEntropy: 2.5,
  near: { words: ['exoscale'], before: 500, after: 500 },
  references: ['https://community.exoscale.com'],
  match: [
    `EXOSCALE_API_KEY=«EXO${sample('hex', 24)}»`,
    `provider "exoscale" { key = "«EXO${sample('base62', 26, 2)}»" }`,
  ],
  noMatch: [`EXO${sample('hex', 20)}`, `EXO${sample('hex', 40)}`],
});
