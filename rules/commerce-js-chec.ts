// Commerce.js (Chec): API keys; Stripe, Clerk and others share the prefix, so the name must stand in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://commercejs.com/docs';

export const checKey = defineRule({
  id: 'chec-key',
  title: 'Commerce.js secret key',
  provider: 'Commerce.js / Chec',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['chec_', 'commercejs', 'commerce_js'],
  pattern:
    /(?<![A-Za-z])(?:chec_|commerce_?js)[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>sk_[a-z0-9]{45})(?![A-Za-z0-9_])/i,
  minEntropy: 3.4,
  references: [DOCS],
  match: [
    `CHEC_SECRET_KEY=«sk_${sample('lowerAlnum', 45)}»`,
    `{"commercejsKey": "«sk_${sample('lowerAlnum', 45, 2)}»"}`,
  ],
  noMatch: [`CHEC_SECRET_KEY=sk_${'x'.repeat(45)}`, `chec_sk_${sample('lowerAlnum', 40)}`],
});

export const checPublicKey = defineRule({
  id: 'chec-public-key',
  title: 'Commerce.js public key',
  provider: 'Commerce.js / Chec',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['chec_', 'commercejs', 'commerce_js'],
  pattern:
    /(?<![A-Za-z])(?:chec_|commerce_?js)[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>pk_[a-z0-9]{45})(?![A-Za-z0-9_])/i,
  minEntropy: 3.4,
  references: [DOCS],
  match: [
    `CHEC_PUBLIC_KEY=«pk_${sample('lowerAlnum', 45)}»`,
    `{"commercejsPublicKey": "«pk_${sample('lowerAlnum', 45, 2)}»"}`,
  ],
  noMatch: [`CHEC_PUBLIC_KEY=pk_${'x'.repeat(45)}`, `chec_pk_${sample('lowerAlnum', 40)}`],
});
