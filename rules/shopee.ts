// Shopee: partner key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const shopeePartnerKey = defineRule({
  id: 'shopee-partner-key',
  title: 'Shopee partner key',
  provider: 'Shopee',
  severity: 'high',
  keywords: ['shpk'],
  pattern: /(?<![A-Za-z0-9])shpk[0-9a-f]{60,62}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://open.shopee.com'],
  match: [`SHOPEE_PARTNER_KEY=«${'shpk'}${sample('hex', 60)}»`, `partner_key: '«${'shpk'}${sample('hex', 62, 2)}»'`],
  noMatch: [`shpk${sample('hex', 50)}`, `shpk_${sample('hex', 32)}`],
});
