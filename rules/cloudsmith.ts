// Cloudsmith: API keys with a prefix. The last six characters look like a checksum, but its algorithm is not known.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cloudsmithApiKey = defineRule({
  id: 'cloudsmith-api-key',
  title: 'Cloudsmith API key',
  provider: 'Cloudsmith',
  severity: 'high',
  keywords: ['csa_'],
  pattern: /(?<![A-Za-z0-9])csa_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://docs.cloudsmith.com/accounts-and-teams/api-key'],
  match: [
    `CLOUDSMITH_API_KEY=«csa_${sample('hex', 30)}${sample('base62', 6)}»`,
    `X-Api-Key: «csa_${sample('hex', 30, 2)}${sample('base62', 6, 2)}»`,
  ],
  noMatch: [`csa_${sample('hex', 30)}`, `csa_${'x'.repeat(36)}`],
});
