// Defined Networking: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const definedNetworkingKey = defineRule({
  id: 'defined-networking-key',
  title: 'Defined Networking API key',
  provider: 'Defined Networking',
  severity: 'high',
  keywords: ['dnkey-'],
  pattern: /(?<![A-Za-z0-9])dnkey-[A-Z2-7]{26}-[A-Z2-7]{52}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.defined.net/get-started/automating-host-creation/'],
  match: [
    `DEFINED_API_KEY=«dnkey-${sample('base32', 26)}-${sample('base32', 52)}»`,
    `Authorization: Bearer «dnkey-${sample('base32', 26, 2)}-${sample('base32', 52, 2)}»`,
  ],
  noMatch: [`dnkey-${sample('base32', 26)}`, `dnkey-${sample('base32', 26)}-${sample('base32', 51)}`],
});
