// Checkout.com: secret keys, older (UUID) and current (26 of base32 and one more), of both environments.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://www.checkout.com/docs';

const WORDS = ['checkout.com', 'checkout_', 'checkoutsdk', 'checkout-sdk', 'cko'];

export const checkoutSecretKey = defineRule({
  id: 'checkout-secret-key',
  title: 'Checkout.com secret key',
  provider: 'Checkout.com',
  severity: 'critical',
  keywords: ['sk_'],
  pattern:
    /(?<![A-Za-z0-9_])sk_(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[a-z]{0,25}[2-7])[a-z2-7]{26}[a-z2-7*#$=])(?![A-Za-z0-9_-])/,
  minEntropy: 2.8,
  near: { words: WORDS, before: 400, after: 300 },
  references: [DOCS],
  match: [
    `CHECKOUT_SECRET_KEY=«${'sk_'}${sampleUuid()}»`,
    `cko: { secretKey: '«${'sk_'}${sample('lowerBase32', 27)}»' }`,
  ],
  noMatch: [`checkout.com sk_${sample('lowerBase32', 20)}`, `sk_${sampleUuid()}`],
});

export const checkoutSecretKeyTest = defineRule({
  id: 'checkout-secret-key-test',
  title: 'Checkout.com sandbox secret key',
  provider: 'Checkout.com',
  severity: 'low',
  keywords: ['sk_test_', 'sk_sbox_'],
  pattern:
    /(?<![A-Za-z0-9_])sk_(?:test_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|sbox_[a-z2-7]{26}[a-z2-7*#$=])(?![A-Za-z0-9_-])/,
  minEntropy: 2.8,
  near: { words: WORDS, before: 400, after: 300 },
  references: [DOCS],
  match: [
    `CHECKOUT_SECRET_KEY=«${'sk_test_'}${sampleUuid()}»`,
    `cko.secretKey: '«${'sk_sbox_'}${sample('lowerBase32', 27)}»'`,
  ],
  noMatch: [`sk_sbox_${sample('lowerBase32', 20)}`, `sk_test_${sampleUuid().slice(0, 30)}`],
});
