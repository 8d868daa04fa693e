// Aiven: service passwords with a prefix, and the long auth token by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const aivenServicePassword = defineRule({
  id: 'aiven-service-password',
  title: 'Aiven service password',
  provider: 'Aiven',
  severity: 'critical',
  keywords: ['AVNS_'],
  pattern: /(?<![A-Za-z0-9])AVNS_[A-Za-z0-9_-]{19,24}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://aiven.io/docs'],
  match: [
    `postgres://avnadmin:«${'AVNS_'}${sample('base64url', 19)}»@pg-1a2b-acme.aivencloud.com:12691/defaultdb`,
    `DB_PASSWORD=«${'AVNS_'}${sample('base64url', 19, 2)}»`,
  ],
  noMatch: [`AVNS_${sample('base64url', 12)}`, `AVNS_${'x'.repeat(19)}`],
});

export const aivenToken = defineRule({
  id: 'aiven-token',
  title: 'Aiven auth token',
  provider: 'Aiven',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['aiven'],
  pattern:
    /(?<![A-Za-z0-9])aiven[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Za-z0-9+/]{370}[A-Za-z0-9+/=]{2})(?![A-Za-z0-9+/=])/i,
  minEntropy: 4,
  references: ['https://aiven.io/docs/platform/concepts/authentication-tokens'],
  match: [`AIVEN_TOKEN=«${sample('base64', 372)}»`, `  aiven_api_token = "«${sample('base64', 371, 2)}=»"`],
  noMatch: [`aiven ${sample('base64', 372)}`, 'AIVEN_TOKEN=${AIVEN_TOKEN}'],
});
