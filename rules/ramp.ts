// Ramp: OAuth client credentials.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.ramp.com';

export const rampClientSecret = defineRule({
  id: 'ramp-client-secret',
  title: 'Ramp OAuth client secret',
  provider: 'Ramp',
  severity: 'high',
  keywords: ['ramp_sec_'],
  pattern: /(?<![A-Za-z0-9])ramp_sec_[A-Za-z0-9]{48}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.1,
  pairsWith: ['ramp-client-id'],
  references: [DOCS],
  match: [
    `RAMP_CLIENT_SECRET=«ramp_sec_${sample('base62', 48)}»`,
    `"clientSecret": "«ramp_sec_${sample('base62', 48, 2)}»"`,
  ],
  noMatch: [`ramp_sec_${sample('base62', 47)}`, `ramp_sec_${'x'.repeat(48)}`],
});

export const rampClientId = defineRule({
  id: 'ramp-client-id',
  title: 'Ramp OAuth client id',
  provider: 'Ramp',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['ramp_id_'],
  pattern: /(?<![A-Za-z0-9])ramp_id_[A-Za-z0-9]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [`RAMP_CLIENT_ID=«ramp_id_${sample('base62', 40)}»`, `"clientId": "«ramp_id_${sample('base62', 40, 2)}»"`],
  noMatch: [`ramp_id_${sample('base62', 39)}`, `ramp_id_${'x'.repeat(40)}`],
});
