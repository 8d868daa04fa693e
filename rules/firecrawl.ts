// Firecrawl: API keys; the prefix alone is too short to trust.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const firecrawlApiKey = defineRule({
  id: 'firecrawl-api-key',
  title: 'Firecrawl API key',
  provider: 'Firecrawl',
  severity: 'medium',
  keywords: ['fc-'],
  pattern: /(?<![A-Za-z0-9_-])fc-[0-9a-f]{32}(?![A-Za-z0-9_-])/,
  minEntropy: 2.8,
  near: { words: ['firecrawl'], before: 200, after: 200 },
  references: ['https://docs.firecrawl.dev'],
  match: [
    `FIRECRAWL_API_KEY=«fc-${sample('hex', 32)}»`,
    `new FirecrawlApp({ apiKey: '«fc-${sample('hex', 32, 2)}»' })`,
  ],
  noMatch: [`firecrawl fc-${sample('hex', 31)}`, `fc-${sample('hex', 32)}`],
});
