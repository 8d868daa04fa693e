// Okta: API token, by name or after the scheme SSWS.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
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

export const oktaApiTokenResponse = defineResponse({
  id: 'okta-api-token',
  title: 'Okta API token or client secret',
  rules: ['okta-api-token'],
  names: ['OKTA_API_TOKEN', 'OKTA_TOKEN', 'OKTA_CLIENT_SECRET', 'OKTA_*'],
  revoke: {
    page: null,
    command: null,
    api: 'DELETE /api/v1/api-tokens/TOKEN_ID of your organization',
  },
  rotate: [
    'API token: Admin Console, Security, API, Tokens: revoke it. Better than the next one: an OAuth service app.',
    'Client secret: add a second one to the app, deploy it, deactivate the leaked one, later delete it.',
  ],
  invalidation: 'A token also ends 30 days after its last use, or when the administrator who made it is deactivated.',
  audit: 'System Log.',
  detectUse: 'System Log by the id of the token: changes of users, factors and apps, unknown addresses.',
  reach: 'The rights of the administrator who made it: users, factors, apps.',
  breaks: 'Integrations with it.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
  sources: [
    'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    'https://developer.okta.com/docs/guides/client-secret-rotation-key/main/',
  ],
});
