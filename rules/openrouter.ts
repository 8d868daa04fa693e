// OpenRouter: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const openrouterApiKey = defineRule({
  id: 'openrouter-api-key',
  title: 'OpenRouter API key',
  provider: 'OpenRouter',
  severity: 'high',
  keywords: ['sk-or-v1-'],
  pattern: /(?<![A-Za-z0-9])sk-or-v1-[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://openrouter.ai/docs/api-reference/authentication'],
  match: [
    `OPENROUTER_API_KEY=«sk-or-v1-${sample('hex', 64)}»`,
    `openrouter_api_key: «sk-or-v1-${sample('hex', 64, 2)}»`,
  ],
  noMatch: [`sk-or-v1-${'x'.repeat(64)}`, `sk-or-v1-${sample('hex', 63, 3)}`],
});
