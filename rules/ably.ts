// Ably: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ablyApiKey = defineRule({
  id: 'ably-api-key',
  title: 'Ably API key',
  provider: 'Ably',
  severity: 'high',
  confidence: 'medium',
  keywords: ['ably'],
  pattern:
    /(?<![A-Za-z])ably[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}(?:\{[ \t\r\n]{0,16}key:[ \t]{0,4})?["'\x60]?(?<secret>[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43})(?![\w-])/i,
  minEntropy: 4.2,
  references: ['https://ably.com/docs/auth/basic'],
  match: [
    `ABLY_API_KEY=«${sample('base62', 6)}.${sample('base62', 6, 2)}:${sample('base64url', 43)}»`,
    `new Ably.Realtime({ key: '«${sample('base62', 6, 3)}.${sample('base62', 6, 4)}:${sample('base64url', 43, 2)}»' })`,
    `new Ably.Rest('«${sample('base62', 6, 5)}.${sample('base62', 6, 6)}:${sample('base64url', 43, 3)}»')`,
  ],
  noMatch: [
    `ably ${sample('base62', 6)}.${sample('base62', 6, 2)}`,
    `probably ${sample('base62', 6)}.${sample('base62', 6, 2)}:${sample('base64url', 43)}`,
  ],
});
