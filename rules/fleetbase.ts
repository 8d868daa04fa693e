// Fleetbase: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.fleetbase.io';

export const fleetbaseKey = defineRule({
  id: 'fleetbase-key',
  title: 'Fleetbase API key',
  provider: 'Fleetbase',
  severity: 'medium',
  keywords: ['flb_live_'],
  pattern: /(?<![A-Za-z0-9])flb_live_[A-Za-z0-9]{20,64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.3,
  references: [DOCS],
  match: [
    `FLEETBASE_KEY=«flb_live_${sample('base62', 20)}»`,
    `Authorization: Bearer «flb_live_${sample('base62', 32, 2)}»`,
  ],
  noMatch: [`flb_live_${sample('base62', 9)}`, `flb_live_${'x'.repeat(20)}`],
});

export const fleetbaseKeyTest = defineRule({
  id: 'fleetbase-key-test',
  title: 'Fleetbase API key (sandbox)',
  provider: 'Fleetbase',
  severity: 'low',
  keywords: ['flb_test_'],
  pattern: /(?<![A-Za-z0-9])flb_test_[A-Za-z0-9]{20,64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.3,
  references: [DOCS],
  match: [
    `FLEETBASE_KEY=«flb_test_${sample('base62', 20)}»`,
    `Authorization: Bearer «flb_test_${sample('base62', 32, 2)}»`,
  ],
  noMatch: [`flb_test_${sample('base62', 9)}`, `flb_test_${'x'.repeat(20)}`],
});
