// Postman: API keys and collection access keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const postmanApiKey = defineRule({
  id: 'postman-api-key',
  title: 'Postman API key',
  provider: 'Postman',
  severity: 'high',
  keywords: ['PMAK-'],
  pattern: /(?<![A-Za-z0-9])PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3.1,
  references: ['https://learning.postman.com/docs/developer/postman-api/authentication/'],
  match: [
    `POSTMAN_API_KEY=«PMAK-${sample('hex', 24)}-${sample('hex', 34)}»`,
    `X-API-Key: «PMAK-${sample('hex', 24, 2)}-${sample('hex', 34, 2)}»`,
  ],
  noMatch: [`PMAK-${sample('hex', 24)}`, `PMAK-${'X'.repeat(12)}`],
});

export const postmanCollectionKey = defineRule({
  id: 'postman-collection-key',
  title: 'Postman collection access key',
  provider: 'Postman',
  severity: 'medium',
  keywords: ['PMAT-'],
  pattern: /(?<![A-Za-z0-9])PMAT-[A-Z0-9]{26}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3.3,
  references: ['https://learning.postman.com/docs/collaborating-in-postman/sharing/'],
  match: [
    `https://api.postman.com/collections/1?access_key=«PMAT-01${sample('upperAlnum', 24)}»`,
    `"accessKey": "«PMAT-01${sample('upperAlnum', 24, 2)}»"`,
  ],
  noMatch: [`PMAT-${sample('upperAlnum', 12)}`, `PMAT-${'X'.repeat(26)}`],
});
