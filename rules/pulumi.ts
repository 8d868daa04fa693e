// Pulumi: access tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
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

export const pulumiAccessTokenResponse = defineResponse({
  id: 'pulumi-access-token',
  title: 'Pulumi Cloud access token',
  rules: ['pulumi-access-token'],
  names: ['PULUMI_ACCESS_TOKEN', 'PULUMI_CONFIG_PASSPHRASE', 'PULUMI_*'],
  revoke: { page: 'https://app.pulumi.com/account/tokens', command: null, api: null },
  rotate: [
    'Delete it, create another with an expiry (2 years at most).',
    'Treat states that it could read as leaked, and renew the secrets in them.',
  ],
  invalidation: 'At once.',
  audit: 'Audit log of the organization, by name of the token.',
  detectUse: 'Entries of the audit log by that token.',
  reach: 'Stacks, states and deployments of its user, team or organization.',
  breaks: 'Deployments with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
  sources: ['https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/', PARTNER.source],
});
