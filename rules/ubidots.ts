// Ubidots: tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ubidotsToken = defineRule({
  id: 'ubidots-token',
  title: 'Ubidots token',
  provider: 'Ubidots',
  severity: 'medium',
  keywords: ['BBFF-'],
  pattern: /(?<![A-Za-z0-9-])BBFF-[A-Za-z0-9]{30}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.ubidots.com'],
  match: [`UBIDOTS_TOKEN=«BBFF-${sample('base62', 30)}»`, `X-Auth-Token: «BBFF-${sample('base62', 30, 2)}»`],
  noMatch: [`BBFF-${sample('base62', 29)}`, `BBFF-${'x'.repeat(30)}`],
});
