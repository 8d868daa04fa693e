// TrueNAS: API keys, a number and 64 characters, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const truenasApiKey = defineRule({
  id: 'truenas-api-key',
  title: 'TrueNAS API key',
  provider: 'TrueNAS',
  severity: 'high',
  confidence: 'medium',
  keywords: ['truenas'],
  pattern:
    /truenas[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9]{1,5}-[A-Za-z0-9]{64})(?![\w-])/i,
  minEntropy: 4.3,
  references: ['https://www.truenas.com/docs/'],
  match: [`TRUENAS_API_KEY=«1-${sample('base62', 64)}»`, `{"truenasApiKey": "«24-${sample('base62', 64, 2)}»"}`],
  noMatch: [`TRUENAS_API_KEY=${'x'.repeat(64)}`, `truenas 1-${sample('base62', 64)}`],
});
