// Flexport: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const flexportToken = defineRule({
  id: 'flexport-token',
  title: 'Flexport API token',
  provider: 'Flexport',
  severity: 'high',
  keywords: ['shltm_'],
  pattern: /(?<![A-Za-z0-9])shltm_[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://developers.flexport.com'],
  match: [
    `FLEXPORT_TOKEN=«shltm_${sample('base64url', 40)}»`,
    `Authorization: Bearer «shltm_${sample('base64url', 40, 2)}»`,
  ],
  noMatch: [`shltm_${sample('base64url', 20)}`, `shltm_${'x'.repeat(40)}`],
});
