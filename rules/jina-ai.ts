// Jina AI: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const jinaApiKey = defineRule({
  id: 'jina-api-key',
  title: 'Jina AI API key',
  provider: 'Jina AI',
  severity: 'medium',
  keywords: ['jina_'],
  pattern: /(?<![A-Za-z0-9])jina_[A-Za-z0-9]{60}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.3,
  references: ['https://jina.ai/api-dashboard/'],
  match: [`JINA_API_KEY=«jina_${sample('base62', 60)}»`, `"jinaKey": "«jina_${sample('base62', 60, 2)}»"`],
  noMatch: [`jina_${sample('base62', 59)}`, `jina_${'x'.repeat(60)}`],
});
