// Plivo: auth token by name or next to the auth id, and the auth id itself.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://www.plivo.com/docs/account/api/request';

export const plivoAuthToken = defineRule({
  id: 'plivo-auth-token',
  title: 'Plivo auth token',
  provider: 'Plivo',
  severity: 'high',
  confidence: 'medium',
  keywords: ['plivo'],
  pattern:
    /(?<![A-Za-z0-9])plivo(?:[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}|\.RestClient\(["']MA[A-Z0-9]{18}["'],[ \t]{0,4}["'])(?<secret>(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  pairsWith: ['plivo-auth-id'],
  references: [DOCS],
  match: [
    `PLIVO_AUTH_TOKEN=«${sample('base62', 40)}»`,
    `client = plivo.RestClient('MA${sample('upperAlnum', 18)}', '«${sample('base64url', 40, 2)}»')`,
  ],
  noMatch: [`plivo ${sample('base62', 40)}`, `PLIVO_AUTH_TOKEN=${'x'.repeat(40)}`],
});

export const plivoAuthId = defineRule({
  id: 'plivo-auth-id',
  title: 'Plivo auth id',
  provider: 'Plivo',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['plivo'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Pp]livo|PLIVO)(?:[\w.-]{0,24}?(?:id|Id|ID)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}|\.com\/v1\/Account\/)(?<secret>[MS]A[A-Z0-9]{18})(?![A-Za-z0-9_-])/,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `PLIVO_AUTH_ID=«${'MA'}${sample('upperAlnum', 18)}»`,
    `https://api.plivo.com/v1/Account/«${'MA'}${sample('upperAlnum', 18, 2)}»/Message/`,
  ],
  noMatch: [`plivo MA${sample('upperAlnum', 18)}`, `PLIVO_AUTH_ID=MA${'X'.repeat(10)}`],
});
