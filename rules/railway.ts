// Railway: project and account tokens, which are bare UUIDs and need the name in front.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const railwayToken = defineRule({
  id: 'railway-token',
  title: 'Railway token',
  provider: 'Railway',
  severity: 'high',
  confidence: 'medium',
  keywords: ['railway'],
  pattern:
    /railway[\w.-]{0,32}(?:token|key|secret)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.railway.com/guides/public-api'],
  match: [`RAILWAY_TOKEN=«${sampleUuid()}»`, `{"railwayApiToken": "«${sampleUuid(2)}»"}`],
  noMatch: [`RAILWAY_TOKEN=${'x'.repeat(36)}`, `railway_project: ${sampleUuid()}`],
});

export const railwayTokenResponse = defineResponse({
  id: 'railway-token',
  title: 'Railway token',
  rules: ['railway-token'],
  names: ['RAILWAY_TOKEN', 'RAILWAY_API_TOKEN', 'RAILWAY_*'],
  revoke: { page: 'https://railway.com/account/tokens', command: null, api: null },
  rotate: [
    'Delete it on the page of tokens; a token of a project in the settings of the project.',
    'Create the narrowest kind that will do: project before workspace before account.',
    'It could read variables: renew the secrets in them too.',
  ],
  audit: 'Audit logs of the workspace: https://railway.com/workspace/audit-logs',
  detectUse: 'Actors and events in the audit logs that nobody knows.',
  reach: 'Of a project: one environment with its variables. Of an account: all workspaces.',
  breaks: 'Deployments with that token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.railway.com/guides/public-api',
  sources: ['https://docs.railway.com/guides/public-api', 'https://github.com/railwayapp/docs'],
});
