// Paystack: 40 lower-case hex digits after the prefix tell its keys from those of Stripe and Clerk.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://paystack.com/docs/api/authentication/';

export const paystackSecretKey = defineRule({
  id: 'paystack-secret-key',
  title: 'Paystack live secret key',
  provider: 'Paystack',
  severity: 'critical',
  keywords: ['sk_live_'],
  pattern: /(?<![A-Za-z0-9])sk_live_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `PAYSTACK_SECRET_KEY=«sk_live_${sample('hex', 40)}»`,
    `export PAYSTACK_SECRET_KEY="«sk_live_${sample('hex', 40, 2)}»"`,
  ],
  noMatch: [`sk_live_${'x'.repeat(40)}`, `sk_live_${sample('hex', 21, 3)}`],
});

export const paystackSecretKeyTest = defineRule({
  id: 'paystack-secret-key-test',
  title: 'Paystack test secret key',
  provider: 'Paystack',
  severity: 'low',
  keywords: ['sk_test_'],
  pattern: /(?<![A-Za-z0-9])sk_test_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`PAYSTACK_SECRET_KEY=«sk_test_${sample('hex', 40)}»`, `X-Api-Key: «sk_test_${sample('hex', 40, 2)}»`],
  noMatch: [`sk_test_${'x'.repeat(40)}`, `sk_test_${sample('hex', 21, 3)}`],
});

export const paystackPublicKey = defineRule({
  id: 'paystack-public-key',
  title: 'Paystack public key',
  provider: 'Paystack',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_live_', 'pk_test_'],
  pattern: /(?<![A-Za-z0-9])(?:pk_live_|pk_test_)[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `PAYSTACK_PUBLIC_KEY=«pk_live_${sample('hex', 40)}»`,
    `{"paystackPublicKey": "«pk_test_${sample('hex', 40, 2)}»"}`,
  ],
  noMatch: [`pk_live_${'x'.repeat(40)}`, `pk_test_${sample('hex', 21, 3)}`],
});
