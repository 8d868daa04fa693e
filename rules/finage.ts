// Finage: API keys, which begin with the letters API_KEY.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const finageApiKey2 = defineRule({
  id: 'finage-api-key-2',
  title: 'Finage API key',
  provider: 'Finage',
  severity: 'medium',
  keywords: ['API_KEY'],
  pattern: /(?<![A-Za-z0-9_])API_KEY[A-Z0-9]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://finage.co.uk'],
  match: [
    `FINAGE_TOKEN=«API_KEY${sample('upperAlnum', 32)}»`,
    `https://api.finage.co.uk/last/stock/AAPL?apikey=«API_KEY${sample('upperAlnum', 32, 2)}»`,
  ],
  noMatch: [`API_KEY${sample('upperAlnum', 30)}`, `API_KEY${'X'.repeat(32)}`],
});
