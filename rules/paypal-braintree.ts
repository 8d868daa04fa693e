// Braintree: access tokens of both environments, the public tokenization key, and the private key by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developer.paypal.com/braintree/docs';

export const paypalBraintreeAccessToken = defineRule({
  id: 'paypal-braintree-access-token',
  title: 'Braintree access token',
  provider: 'PayPal Braintree',
  severity: 'critical',
  keywords: ['access_token$production$'],
  pattern: /(?<![A-Za-z0-9])access_token\$production\$[a-z0-9]{16}\$[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `accessToken: '«${'access_token$production$'}${sample('lowerAlnum', 16)}$${sample('hex', 32)}»'`,
    `BRAINTREE_TOKEN=«${'access_token$production$'}${sample('lowerAlnum', 16, 2)}$${sample('hex', 32, 2)}»`,
  ],
  noMatch: [
    `access_token$production$${sample('lowerAlnum', 16)}$${sample('hex', 30)}`,
    `access_token$production$${'x'.repeat(16)}`,
  ],
});

export const paypalBraintreeAccessTokenTest = defineRule({
  id: 'paypal-braintree-access-token-test',
  title: 'Braintree sandbox access token',
  provider: 'PayPal Braintree',
  severity: 'low',
  keywords: ['access_token$sandbox$'],
  pattern: /(?<![A-Za-z0-9])access_token\$sandbox\$[a-z0-9]{16}\$[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `accessToken: '«${'access_token$sandbox$'}${sample('lowerAlnum', 16)}$${sample('hex', 32)}»'`,
    `BRAINTREE_TOKEN=«${'access_token$sandbox$'}${sample('lowerAlnum', 16, 2)}$${sample('hex', 32, 2)}»`,
  ],
  noMatch: [
    `access_token$sandbox$${sample('lowerAlnum', 15)}$${sample('hex', 32)}`,
    `access_token$sandbox$${'x'.repeat(16)}`,
  ],
});

export const braintreeTokenizationKey = defineRule({
  id: 'braintree-tokenization-key',
  title: 'Braintree tokenization key',
  provider: 'PayPal Braintree',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['production_', 'sandbox_'],
  pattern: /(?<![A-Za-z0-9_])(?:production|sandbox)_[A-Za-z0-9]{8}_[a-z0-9]{16}(?![A-Za-z0-9_])/,
  minEntropy: 3,
  near: { words: ['braintree', 'tokenization', 'dropin', 'drop-in'], before: 300, after: 300 },
  references: [DOCS],
  match: [
    `dropin.create({ authorization: '«${'production_'}${sample('lowerAlnum', 8)}_${sample('lowerAlnum', 16)}»' });`,
    `BRAINTREE_TOKENIZATION_KEY=«${'sandbox_'}${sample('lowerAlnum', 8, 2)}_${sample('lowerAlnum', 16, 2)}»`,
  ],
  noMatch: [
    `braintree sandbox_${sample('lowerAlnum', 8)}_${sample('lowerAlnum', 12)}`,
    `production_${sample('lowerAlnum', 8)}_${sample('lowerAlnum', 16)}`,
  ],
});

export const braintreePrivateKey = defineRule({
  id: 'braintree-private-key',
  title: 'Braintree private key',
  provider: 'PayPal Braintree',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['private_key', 'private-key', 'privatekey'],
  pattern:
    /private[_-]?key[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  near: { words: ['braintree'], before: 400, after: 200 },
  references: [DOCS],
  match: [
    `BRAINTREE_PRIVATE_KEY=«${sample('hex', 32)}»`,
    `new braintree.BraintreeGateway({ privateKey: '«${sample('hex', 32, 2)}»' });`,
  ],
  noMatch: [`braintree ${sample('hex', 32)}`, `braintree privateKey: '${'x'.repeat(32)}'`],
});
