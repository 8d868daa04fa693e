// Kagi: API keys, two base64url parts introduced by the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const kagiKey = defineRule({
  id: 'kagi-key',
  title: 'Kagi API key',
  provider: 'Kagi',
  severity: 'low',
  keywords: ['kagi'],
  pattern:
    /(?<![A-Za-z])kagi[\w.-]{0,24}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?:Bot )?(?<secret>[\w-]{11}\.[\w-]{43})(?![\w.-])/i,
  minEntropy: 4.2,
  references: ['https://help.kagi.com/kagi/api/overview.html'],
  match: [
    `KAGI_API_KEY=«${sample('base64url', 11)}.${sample('base64url', 43)}»`,
    `"kagiApiKey": "«${sample('base64url', 11, 2)}.${sample('base64url', 43, 2)}»"`,
  ],
  noMatch: [`kagi.${sample('base62', 43)}`, `kagi ${sample('base62', 11)}.${sample('base62', 43)}`],
});
