// Pinecone: API keys with the prefix pcsk_, and the older UUIDs.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const pineconeApiKey = defineRule({
  id: 'pinecone-api-key',
  title: 'Pinecone API key',
  provider: 'Pinecone',
  severity: 'high',
  keywords: ['pcsk_'],
  pattern: /(?<![A-Za-z0-9])pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.pinecone.io/guides/projects/manage-api-keys'],
  match: [
    `PINECONE_API_KEY=«pcsk_${sample('base62', 5)}_${sample('base62', 63)}»`,
    `Pinecone(api_key="«pcsk_${sample('base62', 6, 2)}_${sample('base62', 63, 2)}»")`,
  ],
  noMatch: [`pcsk_${sample('base62', 68)}`, `pcsk_${'x'.repeat(5)}_${'x'.repeat(63)}`],
});

export const pineconeApiKeyLegacy = defineRule({
  id: 'pinecone-api-key-legacy',
  title: 'Pinecone API key (UUID)',
  provider: 'Pinecone',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['pinecone'],
  pattern:
    /pinecone[\w .-]{0,20}(?:key|token|secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://docs.pinecone.io'],
  match: [`PINECONE_API_KEY=«${sampleUuid()}»`, `pinecone.init(api_key=x)\npinecone_key: '«${sampleUuid(2)}»'`],
  noMatch: [`pinecone ${sampleUuid()}`, `pinecone_api_key_id=${'x'.repeat(36)}`],
});

export const pineconeApiKeyResponse = defineResponse({
  id: 'pinecone-api-key',
  title: 'Pinecone API key',
  rules: ['pinecone-api-key', 'pinecone-api-key-legacy'],
  names: ['PINECONE_API_KEY', 'PINECONE_*'],
  revoke: { page: 'https://app.pinecone.io', command: null, api: null },
  rotate: [
    'Project, API keys: note the permissions of the leaked key, then delete it.',
    'Create another with the same or fewer permissions, and deploy it.',
  ],
  reach: 'Indexes and data of one project, within the permissions of the key.',
  breaks: 'Programs with the key.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.pinecone.io/admin/security/rotate-keys-and-secrets',
  sources: ['https://docs.pinecone.io/admin/security/rotate-keys-and-secrets'],
});
