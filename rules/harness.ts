// Harness: personal and service account tokens: kind, account, id, secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const harnessPat = defineRule({
  id: 'harness-pat',
  title: 'Harness access token',
  provider: 'Harness',
  severity: 'critical',
  keywords: ['pat.', 'sat.'],
  pattern: /(?<![A-Za-z0-9])[ps]at\.[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/'],
  match: [
    `HARNESS_API_KEY=«pat.${sample('base62', 22)}.${sample('hex', 24)}.${sample('base62', 20)}»`,
    `x-api-key: «sat.${sample('base64url', 22)}.${sample('hex', 24, 2)}.${sample('base62', 20, 2)}»`,
  ],
  noMatch: [
    `pat.${sample('base62', 22)}.${sample('hex', 24)}.${sample('base62', 19)}`,
    `pat.${sample('base62', 21)}.${sample('hex', 24)}.${sample('base62', 20)}`,
  ],
});
