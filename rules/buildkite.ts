// Buildkite: user API tokens, and the tokens of agents, jobs, clusters, packages and portals.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const buildkiteUserToken = defineRule({
  id: 'buildkite-user-token',
  title: 'Buildkite user API access token',
  provider: 'Buildkite',
  severity: 'critical',
  keywords: ['bkua_'],
  pattern: /(?<![A-Za-z0-9])bkua_[a-z0-9]{40,53}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
  match: [
    `BUILDKITE_API_TOKEN=«bkua_${sample('hex', 40)}»`,
    `Authorization: Bearer «bkua_${sample('lowerAlnum', 53)}»`,
    `api_token: "«bkua_${sample('lowerAlnum', 40)}»"`,
  ],
  noMatch: [`bkua_${sample('lowerAlnum', 39)}`, `bkua_${sample('upperAlnum', 40)}`, `bkua_${'x'.repeat(40)}`],
});

export const buildkiteServiceToken = defineRule({
  id: 'buildkite-service-token',
  title: 'Buildkite agent, job, cluster, package or portal token',
  provider: 'Buildkite',
  severity: 'high',
  keywords: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkcq_', 'bkpt_', 'bkps_', 'bkpr_'],
  pattern: /(?<![A-Za-z0-9])bk(?:aa|aj|ar|ct|cq|pt|ps|pr)_[A-Za-z0-9_-]{40,333}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://buildkite.com/docs/platform/security/tokens'],
  match: [
    `BUILDKITE_AGENT_TOKEN=«bkct_${sample('base64url', 60)}»`,
    `token="«bkaj_${sample('base64url', 120)}»"`,
    `"packagesToken": "«bkpt_${sample('lowerAlnum', 44)}»"`,
  ],
  noMatch: [`bkct_${sample('base64url', 39)}`, `bkzz_${sample('base62', 50)}`, `bkct_${'x'.repeat(40)}`],
});
