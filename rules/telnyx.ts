// Telnyx: API v2 keys, whose first 35 characters alone are a public id, and v1 tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const telnyxApiKey = defineRule({
  id: 'telnyx-api-key',
  title: 'Telnyx API v2 key',
  provider: 'Telnyx',
  severity: 'high',
  keywords: ['KEY01'],
  pattern: /(?<![A-Za-z0-9])KEY01[0-9A-F]{30}_[A-Za-z0-9]{22}(?![A-Za-z0-9_])/,
  minEntropy: 3.8,
  references: ['https://developers.telnyx.com/development/api-fundamentals/authentication'],
  match: [
    `TELNYX_API_KEY=«KEY01${sample('upperHex', 30)}_${sample('base62', 22)}»`,
    `Authorization: Bearer «KEY01${sample('upperHex', 30, 2)}_${sample('base62', 22, 2)}»`,
  ],
  noMatch: [`KEY01${sample('upperHex', 30)}`, `KEY01${sample('upperHex', 30)}_${sample('base62', 20)}`],
});

export const telnyxApiKeyV1 = defineRule({
  id: 'telnyx-api-key-v1',
  title: 'Telnyx API v1 token',
  provider: 'Telnyx',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['telnyx'],
  pattern:
    /telnyx[\w.-]{0,16}(?:token|key|secret)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[\w-]{22})(?![\w.-])/i,
  minEntropy: 3.3,
  references: ['https://developers.telnyx.com'],
  match: [`TELNYX_TOKEN=«${sample('base64url', 22)}»`, `telnyxApiToken: '«${sample('base64url', 22, 2)}»'`],
  noMatch: [`telnyx ${sample('base62', 22)}`, `TELNYX_TOKEN=${'x'.repeat(22)}`],
});

export const telnyxApiKeyResponse = defineResponse({
  id: 'telnyx-api-key',
  title: 'Telnyx API key',
  rules: ['telnyx-api-key', 'telnyx-api-key-v1'],
  names: ['TELNYX_API_KEY', 'TELNYX_WEBHOOK_SECRET', 'TELNYX_*'],
  revoke: { page: 'https://portal.telnyx.com/#/app/api-keys', command: null, api: null },
  rotate: [
    'Create a new key with an expiry, deploy it, delete the old one in the portal.',
    'Webhooks of the second API are signed with a key pair of Telnyx: the receiver holds a public key only, which is no secret.',
  ],
  audit: 'Mission Control portal.',
  detectUse: 'Detail records of calls and messages: numbers, countries and amounts that nobody knows.',
  reach: 'By default everything in the account: voice, messages, numbers, storage, billing.',
  breaks: 'Every call to the API with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developers.telnyx.com/development/api-fundamentals/create-api-keys',
  sources: [
    'https://developers.telnyx.com/development/api-fundamentals/create-api-keys',
    'https://developers.telnyx.com/development/api-fundamentals/authentication',
    PARTNER.source,
  ],
});
