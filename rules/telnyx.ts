// Telnyx: API v2 keys, whose first 35 characters alone are a public id, and v1 tokens.

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
