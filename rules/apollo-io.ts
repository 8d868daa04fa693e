// Apollo.io: API keys near the full name, because "apollo" alone means many things.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const apolloApiKey = defineRule({
  id: 'apollo-api-key',
  title: 'Apollo.io API key',
  provider: 'Apollo.io',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['apollo'],
  pattern:
    /(?<![A-Za-z0-9])apollo[_.-]?(?:io[_.-]?)?api[_.-]?key["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?=[A-Za-z_-]{0,21}[0-9])(?<secret>[A-Za-z0-9_-]{22})(?![\w.(:-])/i,
  minEntropy: 3.3,
  references: ['https://docs.apollo.io'],
  match: [`APOLLO_API_KEY=«${sample('base64url', 22)}»`, `"apolloIoApiKey": "«${sample('base64url', 22, 2)}»"`],
  noMatch: [`apollo ${sample('base64url', 22)}`, `apollo api key ${sample('base62', 22)}`],
});
