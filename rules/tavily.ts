// Tavily: API keys, some with dev- or prod- after the prefix.

import { defineResponse } from '../src/response.js';
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

export const tavilyApiKeyResponse = defineResponse({
  id: 'tavily-api-key',
  title: 'Tavily API key',
  rules: ['tavily-api-key'],
  names: ['TAVILY_API_KEY', 'TAVILY_*'],
  revoke: { page: 'https://app.tavily.com', command: null, api: null },
  rotate: ['Delete the leaked key in the dashboard, create another, and deploy it.'],
  invalidation: 'At once.',
  detectUse: 'Jumps in usage before you deleted it: tell the support of Tavily.',
  reach: 'Searches at the cost of the account.',
  breaks: 'Calls with the key.',
  rotationDays: { days: 90, source: 'Tavily, API key management: for example every 90 days' },
  docs: 'https://docs.tavily.com/documentation/best-practices/api-key-management',
  sources: ['https://docs.tavily.com/documentation/best-practices/api-key-management'],
});
