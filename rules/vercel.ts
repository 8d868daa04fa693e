// Vercel: tokens with a prefix and a CRC-32 in base62 (inferred, so not enforced), and the older ones without.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleCrcToken } from '../src/sample.js';

const DOCS = 'https://vercel.com/docs/rest-api';

export const vercelPersonalAccessToken = defineRule({
  id: 'vercel-personal-access-token',
  title: 'Vercel personal access token',
  provider: 'Vercel',
  severity: 'critical',
  keywords: ['vcp_'],
  pattern: /(?<![A-Za-z0-9])vcp_[A-Za-z0-9]{56}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-50',
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `VERCEL_TOKEN=«${sampleCrcToken('vcp_', 50)}»`,
    `npx vercel deploy --token «${sampleCrcToken('vcp_', 50, 2)}»`,
  ],
  noMatch: [`vcp_${sample('base62', 55)}`, `vcp_${'x'.repeat(56)}`],
});

export const vercelIntegrationToken = defineRule({
  id: 'vercel-integration-token',
  title: 'Vercel integration token',
  provider: 'Vercel',
  severity: 'high',
  keywords: ['vci_'],
  pattern: /(?<![A-Za-z0-9])vci_[A-Za-z0-9]{56}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-50',
  minEntropy: 3.5,
  references: [DOCS],
  match: [`"access_token": "«${sampleCrcToken('vci_', 50)}»"`, `token: '«${sampleCrcToken('vci_', 50, 2)}»'`],
  noMatch: [`vci_${sample('base62', 57)}`, `vci_${'x'.repeat(56)}`],
});

export const vercelAppAccessToken = defineRule({
  id: 'vercel-app-access-token',
  title: 'Vercel app access token',
  provider: 'Vercel',
  severity: 'high',
  keywords: ['vca_'],
  pattern: /(?<![A-Za-z0-9])vca_[A-Za-z0-9]{56}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-50',
  minEntropy: 3.5,
  references: [DOCS],
  match: [`"access_token": "«${sampleCrcToken('vca_', 50)}»"`, `APP_TOKEN=«${sampleCrcToken('vca_', 50, 2)}»`],
  noMatch: [`vca_${sample('base62', 50)}`, `vca_${'x'.repeat(56)}`],
});

export const vercelAppRefreshToken = defineRule({
  id: 'vercel-app-refresh-token',
  title: 'Vercel app refresh token',
  provider: 'Vercel',
  severity: 'high',
  keywords: ['vcr_'],
  pattern: /(?<![A-Za-z0-9])vcr_[A-Za-z0-9]{56}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-50',
  minEntropy: 3.5,
  references: [DOCS],
  match: [`"refresh_token": "«${sampleCrcToken('vcr_', 50)}»"`, `REFRESH_TOKEN=«${sampleCrcToken('vcr_', 50, 2)}»`],
  noMatch: [`vcr_${sample('base62', 50)}`, `vcr_${'x'.repeat(56)}`],
});

export const vercelAiGatewayToken = defineRule({
  id: 'vercel-ai-gateway-token',
  title: 'Vercel AI Gateway API key',
  provider: 'Vercel',
  severity: 'high',
  keywords: ['vck_'],
  pattern: /(?<![A-Za-z0-9])vck_[A-Za-z0-9]{56}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-50',
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `AI_GATEWAY_API_KEY=«${sampleCrcToken('vck_', 50)}»`,
    `const gateway = createGateway({ apiKey: '«${sampleCrcToken('vck_', 50, 2)}»' });`,
  ],
  noMatch: [`vck_${sample('base62', 50)}`, `vck_${'x'.repeat(56)}`],
});

export const vercelTokenLegacy = defineRule({
  id: 'vercel-token-legacy',
  title: 'Vercel access token (24 characters)',
  provider: 'Vercel',
  severity: 'high',
  confidence: 'medium',
  keywords: ['vercel'],
  pattern:
    /(?<![A-Za-z0-9])vercel[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.2,
  references: [DOCS],
  match: [`VERCEL_TOKEN=«${sample('base62', 24)}»`, `"vercelToken": "«${sample('base62', 24, 2)}»"`],
  noMatch: [`vercel ${sample('base62', 24)}`, `VERCEL_TOKEN=${'x'.repeat(24)}`],
});

export const vercelTokenResponse = defineResponse({
  id: 'vercel-token',
  title: 'Vercel token',
  rules: [
    'vercel-personal-access-token',
    'vercel-app-access-token',
    'vercel-app-refresh-token',
    'vercel-integration-token',
    'vercel-token-legacy',
    'vercel-ai-gateway-token',
  ],
  names: ['VERCEL_TOKEN', 'VERCEL_API_TOKEN', 'AI_GATEWAY_API_KEY', 'VERCEL_*'],
  revoke: {
    page: 'https://vercel.com/account/settings/tokens',
    command: 'vercel tokens rm TOKEN_ID',
    api: 'DELETE https://api.vercel.com/v3/user/tokens/current, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Delete it, create another for one team with an expiry, deploy it.',
    'It could read variables of projects: renew the secrets in them too, unless they are marked as sensitive.',
    'A key of the AI gateway is deleted at the gateway of the team.',
  ],
  invalidation: 'At once; deployments go on running.',
  audit: 'Activity of the team, audit log of the plans that have one.',
  detectUse: 'Deployments, variables and domains that nobody changed.',
  reach: 'Deployments, variables of projects and domains of its user and teams.',
  breaks: 'Deployments from CI with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://vercel.com/docs/rest-api/reference/endpoints/authentication/delete-an-authentication-token',
  sources: [
    'https://vercel.com/docs/rest-api/reference/endpoints/authentication/delete-an-authentication-token',
    PARTNER.source,
  ],
});
