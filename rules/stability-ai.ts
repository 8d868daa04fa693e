// Stability AI: keys of the `sk-` family, told from OpenAI's by the missing infix and the vendor's name near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const stabilityApiKey = defineRule({
  id: 'stability-api-key',
  title: 'Stability AI API key',
  provider: 'Stability AI',
  severity: 'high',
  keywords: ['sk-'],
  pattern: /(?<![\w-])sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}(?![\w-])/,
  minEntropy: 4.1,
  near: { words: ['stability', 'stable', 'dreamstudio'], before: 300, after: 200 },
  references: ['https://platform.stability.ai/docs/getting-started/authentication'],
  match: [
    `STABILITY_API_KEY=«sk-${sample('base62', 48)}»`,
    `curl https://api.stability.ai/v1/user/account -H "Authorization: Bearer «sk-${sample('base62', 48, 2)}»"`,
  ],
  noMatch: [`sk-${sample('base62', 47)}`, `sk-${'x'.repeat(48)}`],
});
