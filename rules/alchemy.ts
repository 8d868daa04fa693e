// Alchemy: auth tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const alchemyApiKey = defineRule({
  id: 'alchemy-api-key',
  title: 'Alchemy auth token',
  provider: 'Alchemy',
  severity: 'medium',
  keywords: ['alcht_'],
  pattern: /(?<![A-Za-z0-9])alcht_[A-Za-z0-9]{30,64}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://www.alchemy.com/docs'],
  match: [`ALCHEMY_AUTH_TOKEN=«alcht_${sample('base62', 30)}»`, `authToken: '«alcht_${sample('base62', 32, 2)}»'`],
  noMatch: [`alcht_${sample('base62', 20)}`, `alcht_${'x'.repeat(30)}`],
});
