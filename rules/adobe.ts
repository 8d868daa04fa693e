// Adobe: OAuth client secrets (p8e-), and client ids, which are public and need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const adobeClientSecret = defineRule({
  id: 'adobe-client-secret',
  title: 'Adobe OAuth client secret',
  provider: 'Adobe',
  severity: 'high',
  keywords: ['p8e-'],
  pattern: /(?<![A-Za-z0-9+/_-])p8e-[\w-]{32}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.7,
  pairsWith: ['adobe-client-id'],
  references: ['https://developer.adobe.com/developer-console/docs/guides/authentication/'],
  match: [`ADOBE_CLIENT_SECRET=«p8e-${sample('base64url', 32)}»`, `X-Api-Key: «p8e-${sample('base64url', 32, 2)}»`],
  noMatch: [`p8e-${'x'.repeat(32)}`, `p8e-${sample('base64url', 31, 3)}`],
});

export const adobeClientId = defineRule({
  id: 'adobe-client-id',
  title: 'Adobe client ID',
  provider: 'Adobe',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['adobe'],
  pattern:
    /adobe[\w.-]{0,32}(?:client_?id|api_?key)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://developer.adobe.com'],
  match: [`ADOBE_CLIENT_ID=«${sample('hex', 32)}»`, `adobe_api_key: «${sample('hex', 32, 2)}»`],
  noMatch: [`ADOBE_CLIENT_ID=${'x'.repeat(32)}`, `adobe_document: ${sample('hex', 32)}`],
});
