// Sanity: API tokens. Two letters are no prefix, so a name with sanity or token must assign them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sanityToken = defineRule({
  id: 'sanity-token',
  title: 'Sanity API token',
  provider: 'Sanity',
  severity: 'high',
  confidence: 'medium',
  keywords: ['sanity', 'token'],
  pattern:
    /(?:sanity[\w.-]{0,32}|token)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>sk[A-Za-z0-9]{79})(?![\w-])/i,
  minEntropy: 4.5,
  references: ['https://www.sanity.io/docs/http-auth'],
  match: [
    `SANITY_API_WRITE_TOKEN=«sk${sample('base62', 79)}»`,
    `createClient({ projectId, dataset, token: '«sk${sample('base62', 79, 2)}»' })`,
  ],
  noMatch: [`sanity sk${sample('base62', 79)}`, `SANITY_API_TOKEN=${'x'.repeat(81)}`],
});
