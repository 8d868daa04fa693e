// Pulumi: access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pulumiAccessToken = defineRule({
  id: 'pulumi-access-token',
  title: 'Pulumi access token',
  provider: 'Pulumi',
  severity: 'critical',
  keywords: ['pul-'],
  pattern: /(?<![A-Za-z0-9-])pul-[0-9a-f]{40}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/'],
  match: [`PULUMI_ACCESS_TOKEN=«pul-${sample('hex', 40)}»`, `{"accessToken": "«pul-${sample('hex', 40, 2)}»"}`],
  noMatch: [`pul-${sample('hex', 39)}`, `pul-${'x'.repeat(40)}`],
});
