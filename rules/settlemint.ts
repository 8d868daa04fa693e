// SettleMint: application, personal and service access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const settlemintToken = defineRule({
  id: 'settlemint-token',
  title: 'SettleMint access token',
  provider: 'SettleMint',
  severity: 'high',
  keywords: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
  pattern: /(?<![A-Za-z0-9])sm_[aps]at_[A-Za-z0-9]{16}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://console.settlemint.com/documentation'],
  match: [
    `SETTLEMINT_ACCESS_TOKEN=«sm_aat_${sample('base62', 16)}»`,
    `x-auth-token: «sm_pat_${sample('base62', 16, 2)}»`,
    `{"token": "«sm_sat_${sample('base62', 16, 3)}»"}`,
  ],
  noMatch: [`sm_aat_${sample('base62', 15)}`, `sm_xat_${sample('base62', 16)}`, `sm_pat_${'x'.repeat(16)}`],
});
