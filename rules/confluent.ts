// Confluent Cloud: API secrets, in the newer form with a prefix and a checksum, in the older form bare.

import { crc32 } from '../src/checksum.js';
import { defineResponse, INTERVALS, NOT_REPORTED, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const confluentApiSecret = defineRule({
  id: 'confluent-api-secret',
  title: 'Confluent Cloud API secret',
  provider: 'Confluent',
  severity: 'critical',
  keywords: ['cflt'],
  pattern: /(?<![\w+/-])cflt[A-Za-z0-9+/]{60}(?![\w+/=-])/,
  distinctive: true,
  check: 'crc32-base64-confluent',
  minEntropy: 4.4,
  references: [
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  ],
  match: [`CONFLUENT_API_SECRET=«${secret(1)}»`, `sasl.password: "«${secret(2)}»"`],
  noMatch: [`cflt${sample('base62', 59)}`, `cflt${'x'.repeat(60)}`],
});

export const confluentApiSecretLegacy = defineRule({
  id: 'confluent-api-secret-legacy',
  title: 'Confluent Cloud API secret (older form)',
  provider: 'Confluent',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['confluent', 'ccloud', 'kafka', 'sasl.password', 'sasl_password', 'username='],
  pattern:
    /(?:(?:confluent|ccloud|kafka)[\w.-]{0,24}(?:secret|password|key)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|sasl[._]password["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|username=\\?["'][A-Z0-9]{16}\\?["'] {1,4}password=\\?["'])(?!cflt)(?<secret>[A-Za-z0-9+/]{64})(?![\w+/=-])/i,
  minEntropy: 4.5,
  references: ['https://docs.confluent.io/cloud/current/'],
  match: [
    `CONFLUENT_API_SECRET=«${sample('base64', 64)}»`,
    `sasl.password=«${sample('base64', 64, 2)}»`,
    `PlainLoginModule required username="${sample('upperAlnum', 16)}" password="«${sample('base64', 64, 3)}»";`,
  ],
  noMatch: [`kafka ${sample('base62', 64)}`, `sasl.password=${'x'.repeat(64)}`],
});

function secret(seed: number): string {
  const body = sample('base64', 54, seed);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(body));
  return `cflt${body}${checksum.toString('base64').replaceAll('=', '')}`;
}

export const confluentApiSecretResponse = defineResponse({
  id: 'confluent-api-secret',
  title: 'Confluent Cloud API key',
  rules: ['confluent-api-secret', 'confluent-api-secret-legacy'],
  names: ['CONFLUENT_API_SECRET', 'CONFLUENT_CLOUD_API_SECRET', 'CONFLUENT_*'],
  revoke: {
    page: 'https://confluent.cloud/settings/api-keys',
    command: 'confluent api-key delete API_KEY_ID',
    api: 'DELETE https://api.confluent.cloud/iam/v2/api-keys/API_KEY_ID',
  },
  rotate: [...REPLACE],
  invalidation: 'New connections are refused at once.',
  audit: 'Audit log topic: confluent audit-log describe.',
  detectUse: 'Entries of the audit log by that key.',
  reach: 'A key of a cluster: its topics, by access list. A cloud key: the organization, by role.',
  breaks: 'Producers and consumers with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html',
  sources: [
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html',
  ],
});
