// Cerebras: inference API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cerebrasApiKey = defineRule({
  id: 'cerebras-api-key',
  title: 'Cerebras API key',
  provider: 'Cerebras',
  severity: 'high',
  keywords: ['csk-'],
  pattern: /(?<![A-Za-z0-9])csk-[a-z0-9]{48}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://inference-docs.cerebras.ai'],
  match: [
    `CEREBRAS_API_KEY=«csk-${sample('lowerAlnum', 48)}»`,
    `Cerebras(api_key="«csk-${sample('lowerAlnum', 48, 2)}»")`,
  ],
  noMatch: [`csk-${sample('lowerAlnum', 47)}`, `csk-${sample('upperAlnum', 48)}`],
});
