// Neon: API keys.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const neonApiKey = defineRule({
  id: 'neon-api-key',
  title: 'Neon API key',
  provider: 'Neon',
  severity: 'critical',
  keywords: ['napi_'],
  pattern: /(?<![A-Za-z0-9_])napi_(?=[a-z]{0,31}[0-9])[a-z0-9]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://neon.com/docs/manage/api-keys'],
  match: [
    `NEON_API_KEY=«napi_${sample('lowerAlnum', 64)}»`,
    `Authorization: Bearer «napi_${sample('lowerAlnum', 64, 2)}»`,
  ],
  noMatch: [`napi_${sample('lowerAlnum', 40)}`, 'napi_create_external_arraybuffer'],
});

export const neonApiKeyResponse = defineResponse({
  id: 'neon-api-key',
  title: 'Neon API key or database password',
  rules: ['neon-api-key'],
  names: ['NEON_API_KEY', 'NEON_DATABASE_URL', 'NEON_*'],
  revoke: {
    page: 'https://console.neon.tech/app/settings/api-keys',
    command: null,
    api: 'DELETE https://console.neon.tech/api/v2/api_keys/KEY_ID, which answers with the last use and its address',
  },
  rotate: [
    'Revoke the key, create another for one project where that will do.',
    'A connection string: reset the password of the role in its branch, and deploy the new string.',
  ],
  invalidation: 'At once and for good.',
  audit: 'The answer to the revocation: last use and address.',
  detectUse: 'Fields last_used_at and last_used_from_addr of the key.',
  reach: 'A personal key: all projects of its user. A key of a project: that project.',
  breaks: 'Tools with the key; clients with the password.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://neon.com/docs/manage/api-keys',
  sources: ['https://neon.com/docs/manage/api-keys', PARTNER.source],
});
