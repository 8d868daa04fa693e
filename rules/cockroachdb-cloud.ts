// CockroachDB Cloud: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cockroachCloudKey = defineRule({
  id: 'cockroach-cloud-key',
  title: 'CockroachDB Cloud API key',
  provider: 'CockroachDB Cloud',
  severity: 'critical',
  keywords: ['CCDB1_'],
  pattern: /(?<![A-Za-z0-9])CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.3,
  references: ['https://www.cockroachlabs.com/docs/cockroachcloud/managing-access'],
  match: [
    `COCKROACH_API_KEY=«CCDB1_${sample('base62', 22)}_${sample('base62', 40)}»`,
    `Authorization: Bearer «CCDB1_${sample('base62', 22, 2)}_${sample('base62', 40, 2)}»`,
  ],
  noMatch: [`CCDB1_${sample('base62', 22)}`, `CCDB1_${sample('base62', 22)}_${sample('base62', 39)}`],
});
