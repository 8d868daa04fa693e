// Algolia: admin keys and search-only keys have one shape; the name tells which it is.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API_KEYS = 'https://www.algolia.com/doc/guides/security/api-keys/';

export const algoliaAdminKey = defineRule({
  id: 'algolia-admin-key',
  title: 'Algolia admin API key',
  provider: 'Algolia',
  severity: 'high',
  confidence: 'medium',
  keywords: ['algolia'],
  pattern:
    /algolia(?![\w .-]{0,20}(?:search|public|browse))[\w .-]{0,24}(?:key|token|secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: [API_KEYS],
  match: [`ALGOLIA_ADMIN_KEY=«${sample('hex', 32)}»`, `algoliaWriteApiKey: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`algolia ${sample('hex', 32)}`, `ALGOLIA_ADMIN_KEY=${'x'.repeat(32)}`],
});

export const algoliaSearchKey = defineRule({
  id: 'algolia-search-key',
  title: 'Algolia search-only API key',
  provider: 'Algolia',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['algolia', 'docsearch'],
  pattern:
    /(?:algolia[\w .-]{0,20}(?:search|public|browse)|docsearch)[\w.-]{0,20}key[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: [API_KEYS],
  match: [`ALGOLIA_SEARCH_KEY=«${sample('hex', 32)}»`, `docsearchApiKey: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`docsearch ${sample('hex', 32)}`, `ALGOLIA_SEARCH_API_KEY=${'x'.repeat(32)}`],
});

export const algoliaDocsearchKey = defineRule({
  id: 'algolia-docsearch-key',
  title: 'Algolia search-only API key of a documentation site',
  provider: 'Algolia',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['apikey'],
  pattern:
    /(?<![\w.-])apiKey["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/,
  minEntropy: 2.5,
  near: { words: ['algolia', 'docsearch', 'indexname'], before: 200, after: 200 },
  references: [API_KEYS],
  match: [
    `algolia: { appId: '${sample('upperAlnum', 10)}', apiKey: '«${sample('hex', 32)}»', indexName: 'docs' }`,
    `docsearch({ apiKey: "«${sample('hex', 32, 2)}»" })`,
  ],
  noMatch: [`apiKey ${sample('hex', 32)}`, `apiKey: '${'x'.repeat(32)}'`],
});

export const algoliaAdminKeyResponse = defineResponse({
  id: 'algolia-admin-key',
  title: 'Algolia admin or write key',
  rules: ['algolia-admin-key'],
  names: ['ALGOLIA_ADMIN_KEY', 'ALGOLIA_API_KEY', 'ALGOLIA_WRITE_KEY', 'ALGOLIA_*'],
  revoke: { page: 'https://dashboard.algolia.com/account/api-keys/all', command: null, api: null },
  rotate: [
    'Admin key: regenerate it. Other keys: delete, and create one for the indices and actions that are needed.',
    'A search-only key is public: leave it, or restrict it to your sites.',
  ],
  invalidation: 'Secured keys that were derived from a key end with it.',
  audit: 'Logs of the dashboard and of the API.',
  detectUse: 'API logs by key: writes and deletions that nobody made.',
  reach: 'Reading, writing and deletion of indices and settings.',
  breaks: 'Indexing with the key, and secured keys below it.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
  sources: ['https://www.algolia.com/doc/guides/security/api-keys/'],
});
