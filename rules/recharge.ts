// Recharge: API tokens, with a version between prefix and key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const rechargeApiToken = defineRule({
  id: 'recharge-api-token',
  title: 'Recharge API token',
  provider: 'Recharge',
  severity: 'high',
  keywords: ['sk_1x', 'sk_2x', 'sk_3x', 'sk_4x', 'sk_5x', 'sk_6x', 'sk_7x', 'sk_8x', 'sk_9x', 'sk_10x'],
  pattern: /(?<![A-Za-z0-9])sk_(?:10|[1-9])x[1-3]_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  minEntropy: 3.2,
  references: ['https://developer.rechargepayments.com'],
  match: [`RECHARGE_TOKEN=«sk_1x1_${sample('hex', 64)}»`, `X-Recharge-Access-Token: «sk_10x3_${sample('hex', 64, 2)}»`],
  noMatch: [`sk_1x1_${sample('hex', 63)}`, `sk_1x4_${sample('hex', 64)}`, `sk_2x2_${'x'.repeat(64)}`],
});
