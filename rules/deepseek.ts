// DeepSeek: API keys, `sk-` and 32 hex digits; other vendors share the prefix.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const deepseekApiKey = defineRule({
  id: 'deepseek-api-key',
  title: 'DeepSeek API key',
  provider: 'DeepSeek',
  severity: 'high',
  keywords: ['sk-'],
  pattern: /(?<![A-Za-z0-9_-])sk-[0-9a-f]{32}(?![\w-])/,
  minEntropy: 2.5,
  near: { words: ['deepseek'], before: 600, after: 600 },
  references: ['https://api-docs.deepseek.com'],
  match: [
    `DEEPSEEK_API_KEY=«sk-${sample('hex', 32)}»`,
    `OpenAI(api_key="«sk-${sample('hex', 32, 2)}»", base_url="https://api.deepseek.com")`,
  ],
  noMatch: [`sk-${sample('hex', 31)}`, `sk-${sample('hex', 32)}`],
});
