// Polymarket: API secret, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const polymarketApiSecret = defineRule({
  id: 'polymarket-api-secret',
  title: 'Polymarket API secret',
  provider: 'Polymarket',
  severity: 'high',
  confidence: 'medium',
  keywords: ['polymarket', 'poly_', 'clob_'],
  pattern:
    /(?<![A-Za-z0-9])(?:polymarket|poly_|clob_)[\w.-]{0,24}?secret[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z+/_-]{0,31}[0-9])[A-Za-z0-9+/_-]{38,46}={0,2})(?![A-Za-z0-9+/=_-])/i,
  minEntropy: 3.5,
  references: ['https://docs.polymarket.com'],
  match: [`CLOB_SECRET=«${sample('base64url', 43)}=»`, `polymarketApiSecret: '«${sample('base64', 43, 2)}=»'`],
  noMatch: [`polymarket ${sample('base64url', 43)}=`, `POLY_API_SECRET=${'x'.repeat(44)}`],
});
