// PlanetScale: database passwords, service tokens and OAuth tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const planetscalePassword = defineRule({
  id: 'planetscale-password',
  title: 'PlanetScale database password',
  provider: 'PlanetScale',
  severity: 'critical',
  keywords: ['pscale_pw_'],
  pattern: /(?<![A-Za-z0-9])pscale_pw_[\w.-]{31,63}[\w-](?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://planetscale.com/docs/concepts/connection-strings'],
  match: [
    `DATABASE_PASSWORD=«pscale_pw_${sample('base64url', 43)}»`,
    `mysql://user:«pscale_pw_${sample('base62', 43, 2)}»@aws.connect.psdb.cloud/db`,
  ],
  noMatch: [`pscale_pw_${sample('base62', 20)}`, `pscale_pw_${'x'.repeat(43)}`],
});

export const planetscaleServiceToken = defineRule({
  id: 'planetscale-service-token',
  title: 'PlanetScale service token',
  provider: 'PlanetScale',
  severity: 'critical',
  keywords: ['pscale_tkn_'],
  pattern: /(?<![A-Za-z0-9])pscale_tkn_[\w.-]{31,63}[\w-](?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://planetscale.com/docs/concepts/service-tokens'],
  match: [
    `PLANETSCALE_SERVICE_TOKEN=«pscale_tkn_${sample('base64url', 43)}»`,
    `pscale branch list --service-token «pscale_tkn_${sample('base62', 40, 2)}»`,
  ],
  noMatch: [`pscale_tkn_${sample('base62', 20)}`, `pscale_tkn_${'x'.repeat(43)}`],
});

export const planetscaleOauthToken = defineRule({
  id: 'planetscale-oauth-token',
  title: 'PlanetScale OAuth token',
  provider: 'PlanetScale',
  severity: 'critical',
  keywords: ['pscale_oauth_'],
  pattern: /(?<![A-Za-z0-9])pscale_oauth_[\w.-]{31,63}[\w-](?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://planetscale.com/docs'],
  match: [
    `PLANETSCALE_ACCESS_TOKEN=«pscale_oauth_${sample('base64url', 43)}»`,
    `Authorization: Bearer «pscale_oauth_${sample('base62', 43, 2)}»`,
  ],
  noMatch: [`pscale_oauth_${sample('base62', 20)}`, `pscale_oauth_${'x'.repeat(43)}`],
});

export const planetscaleCredentialResponse = defineResponse({
  id: 'planetscale-credential',
  title: 'PlanetScale password or token',
  rules: ['planetscale-password', 'planetscale-service-token', 'planetscale-oauth-token'],
  names: ['PLANETSCALE_SERVICE_TOKEN', 'PLANETSCALE_TOKEN', 'PLANETSCALE_*'],
  revoke: {
    page: 'https://app.planetscale.com/~/settings/service-tokens',
    command: 'pscale password delete DATABASE BRANCH PASSWORD_ID',
    api: null,
  },
  rotate: [
    'Password of a branch: delete it, create another, deploy the new string.',
    'Service token: note its rights, delete it (pscale service-token delete TOKEN_ID), create another with the same.',
  ],
  invalidation: 'Clients with a deleted password are cut off, within 5 minutes.',
  audit: 'https://app.planetscale.com/~/settings/audit-log',
  detectUse: 'Audit log; query insights of the branch.',
  reach: 'The data of one branch; or the API of the organization, within the rights of the token.',
  breaks: 'Clients and tools with it.',
  vendorRevokes: true,
  vendorNote: 'PlanetScale deletes passwords and tokens that GitHub finds in public repositories.',
  rotationDays: INTERVALS.password,
  docs: 'https://planetscale.com/docs/concepts/connection-strings',
  sources: [
    'https://planetscale.com/docs/concepts/connection-strings',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.91/',
    PARTNER.source,
  ],
});
