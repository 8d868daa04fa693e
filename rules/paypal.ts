// PayPal: REST client secrets near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const paypalClientSecret = defineRule({
  id: 'paypal-client-secret',
  title: 'PayPal REST client secret',
  provider: 'PayPal',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['paypal'],
  pattern:
    /paypal[\w.-]{0,24}secret[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>E[A-Za-z0-9_-]{79})(?![\w-])/i,
  minEntropy: 4.6,
  references: ['https://developer.paypal.com/api/rest/'],
  match: [`PAYPAL_CLIENT_SECRET=«E${sample('base64url', 79)}»`, `"paypalSecret": "«E${sample('base64url', 79, 2)}»"`],
  noMatch: [`paypal secret E${sample('base64url', 79)}`, `paypal/E${sample('base62', 79)}`],
});
