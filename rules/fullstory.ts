// FullStory: API keys begin with their data centre, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const fullstoryApiKey = defineRule({
  id: 'fullstory-api-key',
  title: 'FullStory API key',
  provider: 'FullStory',
  severity: 'medium',
  keywords: ['na1.', 'eu1.'],
  pattern: /(?<![\w.-])(?:na1|eu1)\.(?=[A-Za-z+/]{0,19}\d)[A-Za-z0-9+/]{20,100}={0,2}(?![\w+/=.-])/,
  minEntropy: 3,
  near: { words: ['fullstory'], before: 500, after: 300 },
  references: ['https://developer.fullstory.com'],
  match: [
    `FULLSTORY_API_KEY=«na1.${sample('base64', 96)}»`,
    `curl -H 'Authorization: Basic «eu1.${sample('base64', 98, 2)}==»' https://api.fullstory.com/v2/users`,
  ],
  noMatch: [`na1.${sample('base62', 12)}`, `eu1.${sample('base64', 96)}`],
});
