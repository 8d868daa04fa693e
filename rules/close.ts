// Close: API keys. The word is common, so the forms of the name that stand near are spelled out.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const closeApiKey = defineRule({
  id: 'close-api-key',
  title: 'Close API key',
  provider: 'Close',
  severity: 'high',
  keywords: ['api_'],
  pattern: /(?<![A-Za-z0-9_])api_[A-Za-z0-9]{20,24}\.[A-Za-z0-9]{20,24}(?![A-Za-z0-9_.])/,
  minEntropy: 3.7,
  near: {
    words: ['close_api', 'closeapi', 'closeio', 'close_io', 'close.io', 'close.com', 'close_key'],
    before: 200,
    after: 200,
  },
  references: ['https://developer.close.com'],
  match: [
    `CLOSE_API_KEY=«api_${sample('base62', 22)}.${sample('base62', 22, 2)}»`,
    `client = closeio.Client('«api_${sample('base62', 22, 3)}.${sample('base62', 22, 4)}»')`,
  ],
  noMatch: [`api_${'x'.repeat(22)}.${'x'.repeat(22)}`, `api_${sample('base62', 22)}.${sample('base62', 12)}`],
});
