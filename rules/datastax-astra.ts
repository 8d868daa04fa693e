// DataStax Astra: application tokens: a client id and its secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const datastaxAstraToken = defineRule({
  id: 'datastax-astra-token',
  title: 'DataStax Astra application token',
  provider: 'DataStax Astra',
  severity: 'critical',
  keywords: ['AstraCS:'],
  pattern: /(?<![A-Za-z0-9])AstraCS:[A-Za-z0-9]{20,32}:[0-9a-f]{48,67}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.7,
  references: ['https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html'],
  match: [
    `ASTRA_DB_APPLICATION_TOKEN=«AstraCS:${sample('base62', 24)}:${sample('hex', 64)}»`,
    `{"token": "«AstraCS:${sample('base62', 24, 2)}:${sample('hex', 64, 2)}»"}`,
  ],
  noMatch: [`AstraCS:${sample('base62', 24)}:${sample('hex', 30)}`, `AstraCS:${sample('base62', 24)}`],
});
