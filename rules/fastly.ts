// Fastly: API tokens, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const fastlyApiToken = defineRule({
  id: 'fastly-api-token',
  title: 'Fastly API token',
  provider: 'Fastly',
  severity: 'high',
  confidence: 'medium',
  keywords: ['fastly'],
  pattern:
    /fastly[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{32})(?![\w-])/i,
  minEntropy: 3.7,
  references: ['https://www.fastly.com/documentation/reference/api/auth-tokens/'],
  match: [
    `FASTLY_API_TOKEN=«${sample('base64url', 32)}»`,
    `Fastly-Key: «${sample('base64url', 32, 2)}»`,
    `"fastlyApiKey": "«${sample('base62', 32, 3)}»"`,
  ],
  noMatch: [`fastly ${sample('base62', 32)}`, `Fastly-Key: ${'x'.repeat(32)}`],
});
