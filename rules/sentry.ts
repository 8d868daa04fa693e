// Sentry: auth tokens with a prefix, the older bare ones, and DSNs.
// A DSN that still has its retired secret is left to the rule for URLs with credentials.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.sentry.io/account/auth-tokens/';

const DSN = 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/';

function orgToken(seed: number): string {
  const claims = { iat: 1712000000 + seed, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: 'acme' };
  return `sntrys_${Buffer.from(JSON.stringify(claims)).toString('base64')}_${sample('base64', 43, seed)}`;
}

export const sentryOrgAuthToken = defineRule({
  id: 'sentry-org-auth-token',
  title: 'Sentry organization auth token',
  provider: 'Sentry',
  severity: 'high',
  keywords: ['sntrys_eyJ'],
  pattern: /(?<![A-Za-z0-9])sntrys_eyJ[A-Za-z0-9+/]{60,360}={0,2}_[A-Za-z0-9+/]{43}(?![A-Za-z0-9+/_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [`SENTRY_AUTH_TOKEN=«${orgToken(1)}»`, `auth.token=«${orgToken(2)}»`],
  noMatch: [`sntrys_eyJ${sample('base64', 80)}`, `sntrys_${'x'.repeat(120)}`],
});

export const sentryUserAuthToken = defineRule({
  id: 'sentry-user-auth-token',
  title: 'Sentry user auth token',
  provider: 'Sentry',
  severity: 'high',
  keywords: ['sntryu_'],
  pattern: /(?<![A-Za-z0-9])sntryu_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `SENTRY_AUTH_TOKEN=«${'sntryu_'}${sample('hex', 64)}»`,
    `  authToken: '«${'sntryu_'}${sample('hex', 64, 2)}»',`,
  ],
  noMatch: [`sntryu_${sample('hex', 63)}`, `sntryu_${sample('upperHex', 64)}`],
});

export const sentryIntegrationToken = defineRule({
  id: 'sentry-integration-token',
  title: 'Sentry integration or application token',
  provider: 'Sentry',
  severity: 'high',
  keywords: ['sntryi_', 'sntrya_'],
  pattern: /(?<![A-Za-z0-9])sntry[ia]_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`SENTRY_AUTH_TOKEN=«${'sntryi_'}${sample('hex', 64)}»`, `"token": "«${'sntrya_'}${sample('hex', 64, 2)}»"`],
  noMatch: [`sntryi_${sample('hex', 65)}`, `sntrya_${'x'.repeat(64)}`],
});

export const sentryAuthTokenLegacy = defineRule({
  id: 'sentry-auth-token-legacy',
  title: 'Sentry auth token (bare 64 hex)',
  provider: 'Sentry',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['sentry'],
  pattern:
    /(?<![A-Za-z0-9])sentry[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{64})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`SENTRY_AUTH_TOKEN=«${sample('hex', 64)}»`, `sentry.authToken: "«${sample('hex', 64, 2)}»"`],
  noMatch: [`sentry sha256 ${sample('hex', 64)}`, 'SENTRY_AUTH_TOKEN=${{ secrets.SENTRY_AUTH_TOKEN }}'],
});

export const sentryDsn = defineRule({
  id: 'sentry-dsn',
  title: 'Sentry DSN',
  provider: 'Sentry',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['.ingest.', '@sentry'],
  pattern:
    /(?<![A-Za-z0-9])https?:\/\/[0-9a-f]{32}@(?:o[0-9]{1,20}\.ingest(?:\.[a-z]{2})?\.sentry\.io|sentry\.[a-z0-9.-]{2,60})\/[0-9]{1,20}(?![A-Za-z0-9_-])/,
  before: 64,
  minEntropy: 3,
  references: [DSN],
  match: [
    `SENTRY_DSN=«https://${sample('hex', 32)}@o471100.ingest.us.sentry.io/4505112233445566»`,
    `Sentry.init({ dsn: '«https://${sample('hex', 32, 2)}@sentry.io/1234567»' });`,
  ],
  noMatch: ['https://examplePublicKey@o0.ingest.sentry.io/0', 'https://public@sentry.example.com/1'],
});

export const sentryAuthTokenResponse = defineResponse({
  id: 'sentry-auth-token',
  title: 'Sentry auth token',
  rules: ['sentry-org-auth-token', 'sentry-user-auth-token', 'sentry-integration-token', 'sentry-auth-token-legacy'],
  names: ['SENTRY_AUTH_TOKEN', 'SENTRY_TOKEN', 'SENTRY_*'],
  revoke: {
    page: 'https://sentry.io/orgredirect/organizations/:orgslug/settings/auth-tokens/',
    command: null,
    api: null,
  },
  rotate: [
    'Token of an organization: its settings, Auth Tokens; owners and managers can revoke it. Personal token: https://sentry.io/settings/account/api/auth-tokens/ .',
    'Create one for each use, deploy it.',
  ],
  invalidation: 'At once. A DSN is another thing and lives on.',
  audit: 'Audit log of the organization; owners get a mail when a token is made.',
  reach: 'Of an organization: releases and source maps of all projects (CI). Personal: everything of its user.',
  breaks: 'Uploads of releases and source maps with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.sentry.io/account/auth-tokens/',
  sources: ['https://docs.sentry.io/account/auth-tokens/', PARTNER.source],
});

export const sentryDsnResponse = defineResponse({
  id: 'sentry-dsn',
  title: 'Sentry DSN',
  rules: ['sentry-dsn'],
  names: ['SENTRY_DSN'],
  revoke: { page: null, command: null, api: null },
  rotate: [
    'A DSN is made to be public: it stands in every browser that sends events. Nothing needs to be done.',
    'Only when it is abused: settings of the project, Client Keys: limit its rate, or revoke it and deploy another.',
  ],
  invalidation: 'Revoking drops the events of every client that is deployed with it.',
  detectUse: 'Jumps in the number of events; events of releases that are not yours.',
  reach: 'Sending of made-up events, which costs quota. No reading.',
  breaks: 'Error reports of deployed clients.',
  vendorRevokes: false,
  rotationDays: { days: 0, source: 'public by design, not renewed' },
  docs: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
  sources: ['https://docs.sentry.io/concepts/key-terms/dsn-explainer/'],
});
