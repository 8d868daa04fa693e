// Brave Search: API keys. The prefix is short, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const braveSearchKey = defineRule({
  id: 'brave-search-key',
  title: 'Brave Search API key',
  provider: 'Brave Search',
  severity: 'low',
  keywords: ['BSA'],
  pattern: /(?<![A-Za-z0-9+/_-])BSA(?=[A-Za-z_-]{0,23}[0-9])[A-Za-z0-9_-]{24,40}(?![A-Za-z0-9+/=_-])/,
  near: { words: ['brave', 'x-subscription-token'], before: 200, after: 200 },
  minEntropy: 3.4,
  references: ['https://brave.com/search/api/'],
  match: [
    `BRAVE_API_KEY=«BSA${sample('base64url', 28)}»`,
    `curl https://api.search.brave.com/res/v1/web/search -H "X-Subscription-Token: «BSA${sample('base62', 28, 2)}»"`,
  ],
  noMatch: [`BSA${sample('base64url', 28)}`, `brave BSA${sample('base62', 20)}`],
});
