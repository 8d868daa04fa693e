// Shippo: API tokens, live and test.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHENTICATION = 'https://docs.goshippo.com/docs/guides_general/authentication/';

export const shippoToken = defineRule({
  id: 'shippo-token',
  title: 'Shippo live API token',
  provider: 'Shippo',
  severity: 'high',
  keywords: ['shippo_live_'],
  pattern: /(?<![A-Za-z0-9])shippo_live_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [AUTHENTICATION],
  match: [
    `SHIPPO_API_KEY=«shippo_live_${sample('hex', 40)}»`,
    `Authorization: ShippoToken «shippo_live_${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`shippo_live_${sample('hex', 39)}`, `shippo_live_${'x'.repeat(40)}`],
});

export const shippoTokenTest = defineRule({
  id: 'shippo-token-test',
  title: 'Shippo test API token',
  provider: 'Shippo',
  severity: 'low',
  keywords: ['shippo_test_'],
  pattern: /(?<![A-Za-z0-9])shippo_test_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [AUTHENTICATION],
  match: [
    `SHIPPO_API_KEY=«shippo_test_${sample('hex', 40)}»`,
    `shippo.api_key = "«shippo_test_${sample('hex', 40, 2)}»"`,
  ],
  noMatch: [`shippo_test_${sample('hex', 41)}`, `shippo_test_${'x'.repeat(40)}`],
});
