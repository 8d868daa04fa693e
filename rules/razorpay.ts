// Razorpay: key ids with a prefix, and key secrets, known by the name or by the key id in front of them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://razorpay.com/docs/api/authentication/';

export const razorpayKeyId = defineRule({
  id: 'razorpay-key-id',
  title: 'Razorpay key ID',
  provider: 'Razorpay',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['rzp_live_', 'rzp_test_'],
  pattern: /(?<![A-Za-z0-9])(?:rzp_live_|rzp_test_)[A-Za-z0-9]{14}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `RAZORPAY_KEY_ID=«rzp_live_${sample('base62', 14)}»`,
    `rzp.options.key = '«rzp_live_${sample('base62', 14, 2)}»';`,
  ],
  noMatch: [`rzp_live_${'x'.repeat(14)}`, `rzp_test_${sample('base62', 13, 3)}`],
});

export const razorpayKeySecret = defineRule({
  id: 'razorpay-key-secret',
  title: 'Razorpay key secret',
  provider: 'Razorpay',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['razorpay', 'rzp_'],
  pattern:
    /(?:(?:razorpay|rzp)[\w.-]{0,32}secret[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|rzp_(?:live|test)_[A-Za-z0-9]{14}["'],[ \t\r\n]{1,24}["']?key_?secret["']?[ \t]{0,4}[:=][ \t]{0,4}["'])(?<secret>[A-Za-z0-9]{24})(?![\w-])/i,
  minEntropy: 3.4,
  pairsWith: ['razorpay-key-id'],
  references: [DOCS],
  match: [
    `RAZORPAY_KEY_SECRET=«${sample('base62', 24)}»`,
    `{"razorpay": {"rzp_key_secret": "«${sample('base62', 24, 2)}»"}}`,
  ],
  noMatch: [`RAZORPAY_KEY_SECRET=${'x'.repeat(24)}`, `razorpay order ${sample('base62', 24)}`],
});
