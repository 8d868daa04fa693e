// Fly.io: macaroon tokens and the older form.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://fly.io/docs/security/tokens/';

export const flyioMacaroon = defineRule({
  id: 'flyio-macaroon',
  title: 'Fly.io access token',
  provider: 'Fly.io',
  severity: 'critical',
  keywords: ['fm1a_', 'fm1r_', 'fm2_'],
  pattern:
    /(?<![\w+/,-])fm(?:1[ar]|2)_[A-Za-z0-9+/]{80,1200}={0,3}(?:,fm(?:1[ar]|2)_[A-Za-z0-9+/]{40,1200}={0,3}){0,4}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4.6,
  references: [DOCS],
  match: [
    `FLY_API_TOKEN="FlyV1 «fm2_${sample('base64', 600)}=,fm2_${sample('base64', 120)}»"`,
    `Authorization: FlyV1 «fm1r_${sample('base64', 300, 2)}==»`,
  ],
  noMatch: [`fm2_${sample('base62', 60)}`, `fm3_${sample('base62', 200)}`],
});

export const flyioLegacyToken = defineRule({
  id: 'flyio-legacy-token',
  title: 'Fly.io legacy access token',
  provider: 'Fly.io',
  severity: 'high',
  keywords: ['fo1_'],
  pattern: /(?<![A-Za-z0-9])fo1_[\w-]{43}(?![\w-])/,
  minEntropy: 4,
  near: { words: ['fly_', 'fly.', 'flyctl', 'flyio', 'fly-'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `FLY_ACCESS_TOKEN=«fo1_${sample('base64url', 43)}»`,
    `flyctl auth token # «fo1_${sample('base64url', 43, 2)}»`,
  ],
  noMatch: [`fo1_${sample('base62', 42)}`, `fo1_${'x'.repeat(43)}`],
});

export const flyTokenResponse = defineResponse({
  id: 'fly-token',
  title: 'Fly.io token',
  rules: ['flyio-macaroon', 'flyio-legacy-token'],
  names: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN', 'FLY_*'],
  revoke: { page: 'https://fly.io/dashboard/personal/tokens', command: 'fly tokens revoke TOKEN_ID', api: null },
  rotate: [
    'Find its id: fly tokens list, with scope org for those of the organization. Revoke it.',
    'Create a narrow one with a short life: fly tokens create deploy --expiry 48h, and store it in CI from standard input.',
  ],
  invalidation: 'Without an expiry a token lives for 20 years: revoke it.',
  audit: 'Activity in the dashboard.',
  detectUse: 'Machines, apps and WireGuard peers that nobody made.',
  reach:
    'A deploy token: one app and its WireGuard peers. An organization token: all apps. An auth token: everything of the user.',
  breaks: 'Deployments with that token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://fly.io/docs/security/tokens/',
  sources: ['https://fly.io/docs/security/tokens/'],
});
