// Databricks: personal access tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const databricksPat = defineRule({
  id: 'databricks-pat',
  title: 'Databricks personal access token',
  provider: 'Databricks',
  severity: 'critical',
  keywords: ['dapi'],
  pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-[0-9])?(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.5,
  references: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat'],
  match: [`DATABRICKS_TOKEN=«dapi${sample('hex', 32)}»`, `token = «dapi${sample('hex', 32, 2)}-2»`],
  noMatch: [`dapi${'x'.repeat(32)}`, `dapi${sample('hex', 30)}`],
});

export const databricksTokenResponse = defineResponse({
  id: 'databricks-token',
  title: 'Databricks access token',
  rules: ['databricks-pat'],
  names: ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET', 'DATABRICKS_*'],
  revoke: {
    page: null,
    command: 'databricks tokens delete TOKEN_ID',
    api: 'POST /api/2.0/token/delete of your workspace',
  },
  rotate: [
    'Find its id: databricks tokens list. Administrators: databricks token-management list, and delete there.',
    'Create another with a short life; better an OAuth secret of a service principal.',
  ],
  invalidation: 'At once.',
  audit: 'System tables of the audit log.',
  reach: 'Data, jobs and clusters of the workspace, with the rights of its user.',
  breaks: 'Jobs and tools with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  sources: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat', PARTNER.source],
});
