// PlanetScale: database passwords, service tokens and OAuth tokens.

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
