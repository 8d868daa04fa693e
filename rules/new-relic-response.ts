// What to do when a key of New Relic leaked. The rules stand in new-relic.ts.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';

export const newRelicKeyResponse = defineResponse({
  id: 'new-relic-key',
  title: 'New Relic key',
  rules: [
    'newrelic-admin-key',
    'newrelic-insights-insert-key',
    'newrelic-insights-query-key',
    'newrelic-license-key',
    'newrelic-license-key-legacy',
    'newrelic-pixie-key',
    'newrelic-rest-api-key',
    'newrelic-user-key',
  ],
  names: ['NEW_RELIC_LICENSE_KEY', 'NEW_RELIC_API_KEY', 'NEWRELIC_LICENSE_KEY', 'NEW_RELIC_*', 'NEWRELIC_*'],
  revoke: {
    page: 'https://one.newrelic.com/api-keys',
    command: null,
    api: 'NerdGraph: mutation apiAccessDeleteKeys',
  },
  rotate: [
    'Create another key, deploy it to agents and tools, delete the old one.',
    'The first license and browser key of an account cannot be deleted there: support renews it.',
  ],
  audit: 'Audit events of the account: NrAuditEvent.',
  detectUse: 'Queries and changes that nobody made, in the audit events.',
  reach: 'A user key: queries and configuration as its user. A license key: sending of made-up data.',
  breaks: 'Agents and tools with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  sources: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
});
