// Databricks: personal access tokens.

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
