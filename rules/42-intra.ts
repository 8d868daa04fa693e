// 42 Intra (the school's API): client secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const intra42Secret = defineRule({
  id: 'intra42-secret',
  title: '42 Intra client secret',
  provider: '42 Intra',
  severity: 'low',
  keywords: ['s-s4t2ud-', 's-s4t2af-'],
  pattern: /(?<![A-Za-z0-9])s-s4t2(?:ud|af)-[0-9a-f]{64}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://api.intra.42.fr/apidoc'],
  match: [
    `INTRA_SECRET=«${'s-s4t2ud-'}${sample('hex', 64)}»`,
    `intra: { secret: '«${'s-s4t2af-'}${sample('hex', 64, 2)}»' }`,
  ],
  noMatch: [`s-s4t2ud-${sample('hex', 60)}`, `u-s4t2ud-${sample('hex', 64)}`],
});
