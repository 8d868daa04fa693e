// xAI: API key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const xaiApiKey = defineRule({
  id: 'xai-api-key',
  title: 'xAI API key',
  provider: 'xAI',
  severity: 'high',
  keywords: ['xai-'],
  pattern: /(?<![A-Za-z0-9])xai-[A-Za-z0-9]{80}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.x.ai/docs/overview'],
  match: [
    `XAI_API_KEY=«${'xai-'}${sample('base62', 80)}»`,
    `client = Client(api_key="«${'xai-'}${sample('base62', 80, 2)}»")`,
  ],
  noMatch: [`xai-${sample('base62', 78)}`, `xai-${'x'.repeat(80)}`],
});
