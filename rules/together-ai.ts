// Together AI: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const togetherApiKey = defineRule({
  id: 'together-api-key',
  title: 'Together AI API key',
  provider: 'Together AI',
  severity: 'high',
  keywords: ['tgp_v1_'],
  pattern: /(?<![A-Za-z0-9])tgp_v1_[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 4.1,
  references: ['https://docs.together.ai'],
  match: [
    `TOGETHER_API_KEY=«tgp_v1_${sample('base64url', 43)}»`,
    `Authorization: Bearer «tgp_v1_${sample('base64url', 43, 2)}»`,
  ],
  noMatch: [`tgp_v1_${sample('base62', 42)}`, `tgp_v1_${'x'.repeat(43)}`],
});
