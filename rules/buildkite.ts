// Buildkite: user API tokens, and the tokens of agents, jobs, clusters, packages and portals.

import { defineResponse } from '../src/response.js';
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

export const buildkiteTokenResponse = defineResponse({
  id: 'buildkite-token',
  title: 'Buildkite token',
  rules: ['buildkite-user-token', 'buildkite-service-token'],
  names: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN', 'BUILDKITE_TOKEN', 'BUILDKITE_*'],
  revoke: {
    page: 'https://buildkite.com/user/api-access-tokens',
    command: null,
    api: 'DELETE https://api.buildkite.com/v2/access-token, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'API token: delete it, create another. Administrators can remove their organization from it.',
    'Agent token: cluster, Agent Tokens: revoke it, start the agents with another.',
  ],
  invalidation: 'Agents that are connected go on running with a revoked agent token: stop them.',
  audit: 'API access audit of the organization, with last use and address.',
  detectUse: 'Last address in the API access audit; builds and agents that nobody started.',
  reach: 'Pipelines, artifacts and logs within its scopes. Agent token: jobs and their secrets.',
  breaks: 'Tools, or new agents, with it.',
  vendorRevokes: true,
  vendorNote:
    'Buildkite revokes API tokens of users that GitHub finds in public repositories, and tells the owner; other kinds it only reports.',
  rotationDays: { days: 365, source: 'Buildkite: at least once a year; teams ask for 90 days' },
  docs: 'https://buildkite.com/docs/platform/security/tokens',
  sources: [
    'https://buildkite.com/docs/platform/security/tokens',
    'https://buildkite.com/docs/apis/managing-api-tokens',
  ],
});
