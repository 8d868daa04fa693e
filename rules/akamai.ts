// Akamai: EdgeGrid client and access tokens. The API host has nearly the same shape and is no secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const akamaiEdgegridToken = defineRule({
  id: 'akamai-edgegrid-token',
  title: 'Akamai EdgeGrid token',
  provider: 'Akamai',
  severity: 'high',
  keywords: ['akab-'],
  pattern: /(?<![A-Za-z0-9])akab-[a-z0-9]{16}-[a-z0-9]{16}(?![\w-]|\.luna)/,
  distinctive: true,
  minEntropy: 3.4,
  references: ['https://techdocs.akamai.com/developer/docs/authenticate-with-edgegrid'],
  match: [
    `client_token = «akab-${sample('lowerAlnum', 16)}-${sample('lowerAlnum', 16, 2)}»`,
    `"access_token": "«akab-${sample('lowerAlnum', 16, 3)}-${sample('lowerAlnum', 16, 4)}»"`,
  ],
  noMatch: [
    `akab-${sample('lowerAlnum', 16)}-${sample('lowerAlnum', 16)}.luna.akamaiapis.net`,
    `akab-${sample('lowerAlnum', 15)}-${sample('lowerAlnum', 16)}`,
  ],
});
