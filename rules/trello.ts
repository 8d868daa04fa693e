// Trello: user tokens, the current form with a prefix and the old one by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const INTRODUCTION = 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/';

export const trelloToken = defineRule({
  id: 'trello-token',
  title: 'Trello token',
  provider: 'Trello',
  severity: 'high',
  keywords: ['ATTA'],
  pattern: /(?<![A-Za-z0-9+/_-])ATTA[0-9a-f]{64}(?:[0-9A-Fa-f]{8})?(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [INTRODUCTION],
  match: [
    `TRELLO_TOKEN=«ATTA${sample('hex', 64)}${sample('upperHex', 8)}»`,
    `https://api.trello.com/1/members/me?token=«ATTA${sample('hex', 64, 2)}${sample('upperHex', 8, 2)}»`,
  ],
  noMatch: [`ATTA${sample('hex', 63)}`, `ATTA${sample('hex', 64)}${sample('hex', 12)}`],
});

export const trelloTokenLegacy = defineRule({
  id: 'trello-token-legacy',
  title: 'Trello token (64 hex digits)',
  provider: 'Trello',
  severity: 'high',
  confidence: 'medium',
  keywords: ['trello'],
  pattern:
    /trello[\w.-]{0,24}(?:token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  references: [INTRODUCTION],
  match: [`TRELLO_TOKEN=«${sample('hex', 64)}»`, `"trelloApiToken": "«${sample('hex', 64, 2)}»"`],
  noMatch: [`trello ${sample('hex', 64)}`, `TRELLO_TOKEN=${'x'.repeat(64)}`],
});
