// Dynatrace: API, PaaS and platform tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dynatraceApiToken = defineRule({
  id: 'dynatrace-api-token',
  title: 'Dynatrace token',
  provider: 'Dynatrace',
  severity: 'high',
  keywords: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s16.'],
  pattern: /(?<![A-Za-z0-9])dt0(?:c01|s01|s02|s16)\.[A-Z2-7]{24}\.[A-Z2-7]{64}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication'],
  match: [
    `DT_API_TOKEN=«dt0c01.${sample('base32', 24)}.${sample('base32', 64)}»`,
    `Authorization: Api-Token «dt0s16.${sample('base32', 24, 2)}.${sample('base32', 64, 2)}»`,
  ],
  noMatch: [`dt0c01.${sample('base32', 24)}`, `dt0c01.${'X'.repeat(24)}.${'X'.repeat(64)}`],
});
