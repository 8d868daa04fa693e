// MiniMax: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const minimaxApiKey = defineRule({
  id: 'minimax-api-key',
  title: 'MiniMax API key',
  provider: 'MiniMax',
  severity: 'high',
  keywords: ['sk-api-'],
  pattern: /(?<![A-Za-z0-9])sk-api-[A-Za-z0-9_-]{119}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.7,
  references: ['https://www.minimax.io/platform/document'],
  match: [
    `MINIMAX_API_KEY=«sk-api-${sample('base64url', 119)}»`,
    `Authorization: Bearer «sk-api-${sample('base64url', 119, 2)}»`,
  ],
  noMatch: [`sk-api-${sample('base64url', 60)}`, `sk-api-${'x'.repeat(119)}`],
});
