// Blynk: OAuth client ids with a prefix, and device tokens by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.blynk.io';

export const blynkOauthClient = defineRule({
  id: 'blynk-oauth-client',
  title: 'Blynk organization OAuth client',
  provider: 'Blynk',
  severity: 'medium',
  keywords: ['oa2-client-id_'],
  pattern: /(?<![A-Za-z0-9])oa2-client-id_[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [
    `client_id=«oa2-client-id_${sample('base64url', 32)}»`,
    `curl -u «oa2-client-id_${sample('base64url', 32, 2)}»:$SECRET https://blynk.cloud/oauth2/token`,
  ],
  noMatch: [`oa2-client-id_${sample('base64url', 31)}`, `oa2-client-id_${'x'.repeat(32)}`],
});

export const blynkToken = defineRule({
  id: 'blynk-token',
  title: 'Blynk device token',
  provider: 'Blynk',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['blynk'],
  // Arduino sketches: #define BLYNK_AUTH_TOKEN "…"
  pattern:
    /blynk[\w.-]{0,24}(?:token|auth|key)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>]|(?<=[ \t])(?="))[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{32})(?![\w-])/i,
  minEntropy: 3.7,
  references: [DOCS],
  match: [
    `#define BLYNK_AUTH_TOKEN "«${sample('base64url', 32)}»"`,
    `BLYNK_TOKEN=«${sample('base64url', 32, 2)}»`,
    `blynkAuth: '«${sample('base62', 32, 3)}»'`,
  ],
  noMatch: [`blynk ${sample('base62', 32)}`, `#define BLYNK_AUTH_TOKEN "${'x'.repeat(32)}"`],
});
