// Voyage AI: API keys. The keywords carry a delimiter, since "pa-" alone stands in many words.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const voyageApiKey = defineRule({
  id: 'voyage-api-key',
  title: 'Voyage AI API key',
  provider: 'Voyage AI',
  severity: 'medium',
  keywords: ['=pa-', '"pa-', "'pa-", ' pa-'],
  pattern: /["'= ](?<secret>pa-[\w-]{43})(?![\w-])/,
  minEntropy: 4,
  near: { words: ['voyage'], before: 200, after: 200 },
  references: ['https://docs.voyageai.com'],
  match: [
    `VOYAGE_API_KEY=«pa-${sample('base64url', 43)}»`,
    `vo = voyageai.Client(api_key="«pa-${sample('base64url', 43, 2)}»")`,
  ],
  noMatch: [` pa-${'x'.repeat(43)}`, ` pa-${sample('base64url', 40)}`],
});
