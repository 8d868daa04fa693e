// Deno Deploy: access tokens of users and organizations.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const denoDeployToken = defineRule({
  id: 'deno-deploy-token',
  title: 'Deno Deploy access token',
  provider: 'Deno Deploy',
  severity: 'high',
  keywords: ['ddp_', 'ddw_'],
  pattern: /(?<![A-Za-z0-9])dd[pw]_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.deno.com/deploy/'],
  match: [
    `DENO_DEPLOY_TOKEN=«ddp_${sample('base62', 36)}»`,
    `deployctl deploy --token="«ddw_${sample('base62', 36)}»" main.ts`,
  ],
  noMatch: [`ddp_${sample('base62', 35)}`, `ddx_${sample('base62', 36)}`, `ddp_${'x'.repeat(36)}`],
});
