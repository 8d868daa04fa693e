// Gemini, the exchange: API keys of accounts; the prefixes are plain words, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const geminiExchangeKey = defineRule({
  id: 'gemini-exchange-key',
  title: 'Gemini exchange API key',
  provider: 'Gemini (exchange)',
  severity: 'critical',
  keywords: ['account-', 'master-'],
  pattern: /(?<![A-Za-z0-9_-])(?:account|master)-(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{20}(?![A-Za-z0-9_-])/,
  minEntropy: 3.2,
  near: { words: ['gemini'], before: 300, after: 300 },
  references: ['https://docs.gemini.com'],
  match: [
    `GEMINI_API_KEY=«${'account-'}${sample('base62', 20)}»`,
    `gemini = ccxt.gemini({'apiKey': '«${'master-'}${sample('base62', 20, 2)}»'})`,
  ],
  noMatch: [`gemini account-${sample('base62', 15)}`, `master-${sample('base62', 20)}`],
});
