// MongoDB Atlas: service account secrets and ids, and the older programmatic key, which is a bare UUID.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/';

export const mongodbAtlasServiceAccountSecret = defineRule({
  id: 'mongodb-atlas-service-account-secret',
  title: 'MongoDB Atlas service account secret',
  provider: 'MongoDB Atlas',
  severity: 'critical',
  keywords: ['mdb_sa_sk_'],
  pattern: /(?<![A-Za-z0-9])mdb_sa_sk_[\w-]{40}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  pairsWith: ['mongodb-atlas-service-account-id'],
  references: [DOCS],
  match: [
    `ATLAS_CLIENT_SECRET=«mdb_sa_sk_${sample('base64url', 40)}»`,
    `{"atlasClientSecret": "«mdb_sa_sk_${sample('base64url', 40, 2)}»"}`,
  ],
  noMatch: [`mdb_sa_sk_${'x'.repeat(40)}`, `mdb_sa_sk_${sample('base64url', 39, 3)}`],
});

export const mongodbAtlasServiceAccountId = defineRule({
  id: 'mongodb-atlas-service-account-id',
  title: 'MongoDB Atlas service account ID',
  provider: 'MongoDB Atlas',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['mdb_sa_id_'],
  pattern: /(?<![A-Za-z0-9])mdb_sa_id_[0-9a-f]{24}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`ATLAS_CLIENT_ID=«mdb_sa_id_${sample('hex', 24)}»`, `atlas_client_id: «mdb_sa_id_${sample('hex', 24, 2)}»`],
  noMatch: [`mdb_sa_id_${'x'.repeat(24)}`, `mdb_sa_id_${sample('hex', 23, 3)}`],
});

export const mongodbAtlasApiKey = defineRule({
  id: 'mongodb-atlas-api-key',
  title: 'MongoDB Atlas private API key',
  provider: 'MongoDB Atlas',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['mongodb', 'atlas', 'mcli_private_api_key'],
  pattern:
    /(?:mongodb|atlas|mcli)[\w.-]{0,32}(?:private_?(?:api_?)?key|api_?key|secret)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://www.mongodb.com/docs/atlas/configure-api-access/'],
  match: [`MONGODB_ATLAS_PRIVATE_KEY=«${sampleUuid()}»`, `{"atlasPrivateKey": "«${sampleUuid(2)}»"}`],
  noMatch: [`MONGODB_ATLAS_PRIVATE_KEY=${'x'.repeat(36)}`, `atlas_project: ${sampleUuid()}`],
});

export const mongodbAtlasApiKeyResponse = defineResponse({
  id: 'mongodb-atlas-api-key',
  title: 'MongoDB Atlas API key or service account',
  rules: ['mongodb-atlas-api-key', 'mongodb-atlas-service-account-secret'],
  names: ['MONGODB_ATLAS_*', 'ATLAS_*', 'MONGODB_ATLAS_PRIVATE_KEY', 'ATLAS_PRIVATE_KEY', 'MCLI_PRIVATE_API_KEY'],
  revoke: {
    page: 'https://cloud.mongodb.com',
    command: 'atlas organizations apiKeys delete KEY_ID',
    api: 'DELETE https://cloud.mongodb.com/api/atlas/v2/orgs/ORG_ID/apiKeys/KEY_ID',
  },
  rotate: [
    'Create another key or secret with the roles it needs and an access list, deploy it, delete the leaked one.',
    'Tighten the access list of addresses of the projects.',
  ],
  invalidation: 'Access tokens of a service account run out by themselves within 1 hour.',
  audit: 'Activity feed: atlas events organizations list; atlas accessLogs list.',
  detectUse: 'Events by that key; new database users and entries in access lists.',
  reach: 'The roles of the key in the organization or project: clusters, users, backups.',
  breaks: 'Tools with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
  sources: ['https://www.mongodb.com/docs/atlas/configure-api-access/', PARTNER.source],
});
