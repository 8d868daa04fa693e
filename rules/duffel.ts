// Duffel: access tokens, live and test.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const REQUESTS = 'https://duffel.com/docs/api/overview/making-requests';

export const duffelToken = defineRule({
  id: 'duffel-token',
  title: 'Duffel live access token',
  provider: 'Duffel',
  severity: 'high',
  keywords: ['duffel_live_'],
  pattern: /(?<![A-Za-z0-9])duffel_live_[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: [REQUESTS],
  match: [
    `DUFFEL_ACCESS_TOKEN=«duffel_live_${sample('base64url', 43)}»`,
    `new Duffel({ token: '«duffel_live_${sample('base64url', 43, 2)}»' })`,
  ],
  noMatch: [`duffel_live_${sample('base62', 30)}`, `duffel_live_${'x'.repeat(43)}`],
});

export const duffelTokenTest = defineRule({
  id: 'duffel-token-test',
  title: 'Duffel test access token',
  provider: 'Duffel',
  severity: 'low',
  keywords: ['duffel_test_'],
  pattern: /(?<![A-Za-z0-9])duffel_test_[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: [REQUESTS],
  match: [
    `DUFFEL_ACCESS_TOKEN=«duffel_test_${sample('base64url', 43)}»`,
    `new Duffel({ token: '«duffel_test_${sample('base64url', 43, 2)}»' })`,
  ],
  noMatch: [`duffel_test_${sample('base62', 30)}`, `duffel_test_${'x'.repeat(43)}`],
});
