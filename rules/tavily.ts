// Tavily: API keys, some with dev- or prod- after the prefix.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const tavilyApiKey = defineRule({
  id: 'tavily-api-key',
  title: 'Tavily API key',
  provider: 'Tavily',
  severity: 'medium',
  keywords: ['tvly-'],
  pattern: /(?<![A-Za-z0-9-])tvly-[A-Za-z0-9-]{32,40}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.tavily.com'],
  match: [
    `TAVILY_API_KEY=«tvly-${sample('base62', 32)}»`,
    `TavilyClient(api_key="«tvly-dev-${sample('base62', 32, 2)}»")`,
  ],
  noMatch: [`tvly-${sample('base62', 20)}`, `tvly-${'x'.repeat(32)}`],
});
