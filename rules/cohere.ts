// Cohere: API keys, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cohereApiKey = defineRule({
  id: 'cohere-api-key',
  title: 'Cohere API key',
  provider: 'Cohere',
  severity: 'high',
  confidence: 'medium',
  keywords: ['cohere', 'co_api_key'],
  pattern:
    /(?:cohere[\w.-]{0,24}(?:key|token|secret)|(?<![a-z0-9])co_api_key)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?=[a-z]{0,31}[0-9])[A-Za-z0-9]{40})(?![\w-])/i,
  minEntropy: 4,
  references: ['https://docs.cohere.com'],
  match: [
    `CO_API_KEY=«${sample('base62', 40)}»`,
    `cohere_api_key: "«${sample('base62', 40, 2)}»"`,
    `{"cohereApiKey": "«${sample('base62', 40, 3)}»"}`,
  ],
  noMatch: [`cohere ${sample('base62', 40)}`, `CO_API_KEY=${'x'.repeat(40)}`],
});
