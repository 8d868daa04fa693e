// Okta: API token, by name or after the scheme SSWS.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const oktaApiToken = defineRule({
  id: 'okta-api-token',
  title: 'Okta API token',
  provider: 'Okta',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['okta', 'ssws'],
  pattern:
    /(?<![A-Za-z0-9])(?:okta[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}|SSWS[ \t]{1,4})(?<secret>00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: ['https://developer.okta.com/docs/guides/create-an-api-token/main/'],
  match: [
    `OKTA_API_TOKEN=«${'00'}${sample('base64url', 40)}»`,
    `Authorization: SSWS «${'00'}${sample('base64url', 40, 2)}»`,
  ],
  noMatch: [`okta 00${sample('base64url', 40)}`, `SSWS 00${sample('base64url', 30)}`],
});
