// PayPal: REST client secrets near the name.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
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

export const paypalClientSecretResponse = defineResponse({
  id: 'paypal-client-secret',
  title: 'PayPal client secret',
  rules: ['paypal-client-secret'],
  names: ['PAYPAL_CLIENT_SECRET', 'PAYPAL_SECRET', 'PAYPAL_*'],
  revoke: { page: 'https://developer.paypal.com/dashboard/applications', command: null, api: null },
  rotate: ['Open the app, add a second secret, deploy it, disable and delete the leaked one.'],
  invalidation: 'Access tokens that were issued run out by themselves, within hours.',
  detectUse: 'Transactions, payouts and webhooks that nobody made.',
  reach: 'Payments, payouts and webhooks of the business account, within the features of the app.',
  breaks: 'Payments of programs with the old secret.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developer.paypal.com/api/rest/',
  sources: ['https://developer.paypal.com/api/rest/'],
});
