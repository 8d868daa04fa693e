// EasyPost: production and test API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.easypost.com/docs/authentication';

export const easypostKey = defineRule({
  id: 'easypost-key',
  title: 'EasyPost production API key',
  provider: 'EasyPost',
  severity: 'high',
  keywords: ['EZAK'],
  pattern: /(?<![A-Za-z0-9])EZAK[A-Za-z0-9]{54}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [`EASYPOST_API_KEY=«EZAK${sample('base62', 54)}»`, `X-Api-Key: «EZAK${sample('base62', 54, 2)}»`],
  noMatch: [`EZAK${'x'.repeat(54)}`, `EZAK${sample('base62', 53, 3)}`],
});

export const easypostKeyTest = defineRule({
  id: 'easypost-key-test',
  title: 'EasyPost test API key',
  provider: 'EasyPost',
  severity: 'low',
  keywords: ['EZTK'],
  pattern: /(?<![A-Za-z0-9])EZTK[A-Za-z0-9]{54}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [`EASYPOST_API_KEY=«EZTK${sample('base62', 54)}»`, `{"easypostApiKey": "«EZTK${sample('base62', 54, 2)}»"}`],
  noMatch: [`EZTK${'x'.repeat(54)}`, `EZTK${sample('base62', 53, 3)}`],
});
