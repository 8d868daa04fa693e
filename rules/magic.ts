// Magic: publishable key; its length tells it from Stripe's and Clerk's.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const magicPublishableKey = defineRule({
  id: 'magic-publishable-key',
  title: 'Magic publishable key',
  provider: 'Magic',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_live_'],
  pattern: /(?<![A-Za-z0-9_])pk_live_[0-9A-F]{16}(?![A-Za-z0-9_])/,
  minEntropy: 2.2,
  references: ['https://magic.link/docs'],
  match: [
    `new Magic('«${'pk_live_'}${sample('upperHex', 16)}»')`,
    `NEXT_PUBLIC_MAGIC_PUBLISHABLE_KEY=«${'pk_live_'}${sample('upperHex', 16, 2)}»`,
  ],
  noMatch: [`pk_live_${sample('upperHex', 15)}`, `pk_live_${'0'.repeat(16)}`],
});
