// Perplexity: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const perplexityApiKey = defineRule({
  id: 'perplexity-api-key',
  title: 'Perplexity API key',
  provider: 'Perplexity',
  severity: 'high',
  keywords: ['pplx-'],
  pattern: /(?<![A-Za-z0-9])pplx-[A-Za-z0-9]{48}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.2,
  references: ['https://docs.perplexity.ai/guides/getting-started'],
  match: [
    `PERPLEXITY_API_KEY=«pplx-${sample('base62', 48)}»`,
    `Authorization: Bearer «pplx-${sample('base62', 48, 2)}»`,
  ],
  noMatch: [`pplx-${sample('base62', 47)}`, `pplx-${'x'.repeat(48)}`],
});
