// Flutterwave: secret, encryption and public keys; the test kinds say so in the prefix.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developer.flutterwave.com/docs/authentication';

export const flutterwaveSecretKey = defineRule({
  id: 'flutterwave-secret-key',
  title: 'Flutterwave live secret key',
  provider: 'Flutterwave',
  severity: 'critical',
  keywords: ['FLWSECK-'],
  pattern: /(?<![A-Za-z0-9])FLWSECK-[0-9a-z]{32}(?:-[0-9a-z]{12})?-X(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `FLW_SECRET_KEY=«FLWSECK-${sample('lowerAlnum', 32)}-X»`,
    `new Flutterwave(publicKey, '«FLWSECK-${sample('hex', 32)}-${sample('lowerAlnum', 12)}-X»')`,
  ],
  noMatch: [`FLWSECK-${'x'.repeat(32)}-X`, `FLWSECK-${sample('hex', 31)}-X`],
});

export const flutterwaveSecretKeyTest = defineRule({
  id: 'flutterwave-secret-key-test',
  title: 'Flutterwave test secret key',
  provider: 'Flutterwave',
  severity: 'low',
  keywords: ['FLWSECK_TEST-'],
  pattern: /(?<![A-Za-z0-9])FLWSECK_TEST-[0-9a-z]{32}-X(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `FLW_SECRET_KEY=«FLWSECK_TEST-${sample('hex', 32)}-X»`,
    `{"secretKey": "«FLWSECK_TEST-${sample('hex', 32, 2)}-X»"}`,
  ],
  noMatch: [`FLWSECK_TEST-${'x'.repeat(32)}-X`, `FLWSECK_TEST-${sample('hex', 31)}-X`],
});

export const flutterwaveEncryptionKey = defineRule({
  id: 'flutterwave-encryption-key',
  title: 'Flutterwave test encryption key',
  provider: 'Flutterwave',
  severity: 'low',
  keywords: ['FLWSECK_TEST'],
  pattern: /(?<![A-Za-z0-9])FLWSECK_TEST[0-9a-f]{12,13}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.3,
  references: ['https://developer.flutterwave.com/docs/encryption'],
  match: [`FLW_ENCRYPTION_KEY=«FLWSECK_TEST${sample('hex', 12)}»`, `X-Api-Key: «FLWSECK_TEST${sample('hex', 12, 2)}»`],
  noMatch: [`FLWSECK_TEST${'x'.repeat(12)}`, `FLWSECK_TEST${sample('hex', 11, 3)}`],
});

export const flutterwavePublicKey = defineRule({
  id: 'flutterwave-public-key',
  title: 'Flutterwave public key',
  provider: 'Flutterwave',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['FLWPUBK-', 'FLWPUBK_TEST-'],
  pattern: /(?<![A-Za-z0-9])FLWPUBK(?:_TEST)?-[0-9a-z]{32}-X(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `FLW_PUBLIC_KEY=«FLWPUBK-${sample('hex', 32)}-X»`,
    `{"publicKey": "«FLWPUBK_TEST-${sample('hex', 32, 2)}-X»"}`,
  ],
  noMatch: [`FLWPUBK-${'x'.repeat(32)}-X`, `FLWPUBK_TEST-${sample('hex', 31)}-X`],
});
