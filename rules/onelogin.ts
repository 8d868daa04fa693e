// OneLogin: API client secrets, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const oneloginSecret = defineRule({
  id: 'onelogin-secret',
  title: 'OneLogin client secret',
  provider: 'OneLogin',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['onelogin', 'one_login'],
  pattern:
    /one_?login[\w.-]{0,32}(?:secret|token|key|client_?id)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  references: ['https://developers.onelogin.com'],
  match: [`ONELOGIN_CLIENT_SECRET=«${sample('hex', 64)}»`, `{"oneloginClientSecret": "«${sample('hex', 64, 2)}»"}`],
  noMatch: [`ONELOGIN_CLIENT_SECRET=${'x'.repeat(64)}`, `onelogin checksum ${sample('hex', 64)}`],
});
