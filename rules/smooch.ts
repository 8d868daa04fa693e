// Smooch (Sunshine Conversations): key ids; the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const smoochKey = defineRule({
  id: 'smooch-key',
  title: 'Smooch account key id',
  provider: 'Smooch',
  severity: 'medium',
  keywords: ['act_'],
  pattern: /(?<![A-Za-z0-9_-])act_(?=[a-z]{0,23}\d)(?=\d{0,23}[a-z])[0-9a-z]{24}(?![\w-])/,
  minEntropy: 2.8,
  near: { words: ['smooch', 'sunshineconversations', 'sunshine conversations'], before: 500, after: 300 },
  references: ['https://docs.smooch.io'],
  match: [
    `SMOOCH_KEY_ID=«act_${sample('lowerAlnum', 24)}»`,
    `new Smooch({ keyId: '«act_${sample('lowerAlnum', 24, 2)}»' })`,
  ],
  noMatch: [`act_${sample('lowerAlnum', 20)}`, `act_${sample('digits', 24)}`],
});
