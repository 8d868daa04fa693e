// Bannerbear: project and master API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const bannerbearKey = defineRule({
  id: 'bannerbear-key',
  title: 'Bannerbear API key',
  provider: 'Bannerbear',
  severity: 'medium',
  keywords: ['bb_pr_', 'bb_ma_'],
  pattern: /(?<![A-Za-z0-9_])bb_(?:pr|ma)_[0-9a-f]{30}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: ['https://developers.bannerbear.com'],
  match: [
    `BANNERBEAR_API_KEY=«${'bb_pr_'}${sample('hex', 30)}»`,
    `const bb = new Bannerbear('«${'bb_ma_'}${sample('hex', 30, 2)}»');`,
  ],
  noMatch: [`bb_pr_${sample('hex', 28)}`, `bb_ma_${'0'.repeat(30)}`],
});
