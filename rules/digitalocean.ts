// DigitalOcean: v1 tokens, and the S3-like key pair of Spaces.

import { defineResponse, INTERVALS, NOT_REPORTED, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const OAUTH = 'https://docs.digitalocean.com/reference/api/oauth/';
const SPACES = 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/';

export const digitaloceanPat = defineRule({
  id: 'digitalocean-pat',
  title: 'DigitalOcean personal access token',
  provider: 'DigitalOcean',
  severity: 'critical',
  keywords: ['dop_v1_'],
  pattern: /(?<![A-Za-z0-9])dop_v1_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
  match: [
    `DIGITALOCEAN_ACCESS_TOKEN=«dop_v1_${sample('hex', 64)}»`,
    `do_token = "«dop_v1_${sample('hex', 64, 2)}»"`,
    `Authorization: Bearer «dop_v1_${sample('hex', 64, 3)}»`,
  ],
  noMatch: [`dop_v1_${sample('hex', 63)}`, `dop_v1_${'x'.repeat(64)}`],
});

export const digitaloceanOauthToken = defineRule({
  id: 'digitalocean-oauth-token',
  title: 'DigitalOcean OAuth access token',
  provider: 'DigitalOcean',
  severity: 'high',
  keywords: ['doo_v1_'],
  pattern: /(?<![A-Za-z0-9])doo_v1_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [OAUTH],
  match: [`{"access_token": "«doo_v1_${sample('hex', 64)}»"}`, `DO_OAUTH=«doo_v1_${sample('hex', 64, 2)}»`],
  noMatch: [`doo_v1_${sample('hex', 65)}`, `doo_v1_${'x'.repeat(64)}`],
});

export const digitaloceanRefreshToken = defineRule({
  id: 'digitalocean-refresh-token',
  title: 'DigitalOcean OAuth refresh token',
  provider: 'DigitalOcean',
  severity: 'high',
  keywords: ['dor_v1_'],
  pattern: /(?<![A-Za-z0-9])dor_v1_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [OAUTH],
  match: [`{"refresh_token": "«dor_v1_${sample('hex', 64)}»"}`, `DO_REFRESH=«dor_v1_${sample('hex', 64, 2)}»`],
  noMatch: [`dor_v1_${sample('hex', 63)}`, `dor_v1_${'x'.repeat(64)}`],
});

export const digitaloceanSpacesAccessKey = defineRule({
  id: 'digitalocean-spaces-access-key',
  title: 'DigitalOcean Spaces access key id',
  provider: 'DigitalOcean',
  severity: 'high',
  keywords: ['DO00', 'DO801'],
  pattern: /(?<![A-Za-z0-9_+/-])DO(?:00[A-Z0-9]{16}|801[A-Z0-9]{15})(?![A-Za-z0-9_+/-])/,
  near: { words: ['spaces', 'digitalocean', 'access_key', 'accesskey', 'access-key'], before: 120, after: 120 },
  minEntropy: 2.9,
  references: [SPACES],
  match: [
    `SPACES_ACCESS_KEY_ID=«DO00${sample('upperAlnum', 16)}»`,
    `accessKeyId: "«DO801${sample('upperAlnum', 15)}»", endpoint: "nyc3.digitaloceanspaces.com"`,
  ],
  noMatch: [`spaces DO00${sample('upperAlnum', 15)}`, `DO00${sample('upperAlnum', 16)}`],
});

export const digitaloceanSpacesSecretKey = defineRule({
  id: 'digitalocean-spaces-secret-key',
  title: 'DigitalOcean Spaces secret key',
  provider: 'DigitalOcean',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['spaces', 'digitalocean', 'do_secret'],
  pattern:
    /(?:(?<![a-z])spaces|digitalocean|do)[\w.-]{0,24}secret[\w.-]{0,16}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9+/]{43})(?![A-Za-z0-9+/=_-])/i,
  minEntropy: 4.1,
  pairsWith: ['digitalocean-spaces-access-key'],
  references: [SPACES],
  match: [
    `SPACES_SECRET_ACCESS_KEY=«${sample('base64', 43)}»`,
    `digitalocean_spaces_secret: "«${sample('base64', 43, 2)}»"`,
    `"spacesSecret": "«${sample('base62', 43, 3)}»"`,
  ],
  noMatch: [`spaces ${sample('base64', 43)}`, 'SPACES_SECRET_KEY=${SPACES_SECRET_KEY}'],
});

export const digitaloceanTokenResponse = defineResponse({
  id: 'digitalocean-token',
  title: 'DigitalOcean API token',
  rules: ['digitalocean-pat', 'digitalocean-oauth-token', 'digitalocean-refresh-token'],
  names: ['DO_API_TOKEN', 'DIGITALOCEAN_TOKEN', 'DIGITALOCEAN_ACCESS_TOKEN', 'DO_TOKEN', 'DIGITALOCEAN_*'],
  revoke: {
    page: 'https://cloud.digitalocean.com/account/api/tokens',
    command: null,
    api: 'POST https://cloud.digitalocean.com/v1/oauth/revoke, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Delete the token, create another with custom scopes and an expiry, deploy it.',
    'Look for droplets, SSH keys, firewall rules and keys of Spaces made meanwhile.',
  ],
  invalidation: 'At once.',
  audit:
    'https://cloud.digitalocean.com/settings/security: actions of the team; GET https://api.digitalocean.com/v2/actions',
  detectUse: 'When the token was last used; resources that nobody made; the bill.',
  reach: 'Droplets, databases, DNS, apps and their variables, within the scopes of the token.',
  breaks: 'Deployments and tools with that token.',
  vendorRevokes: true,
  vendorNote: 'DigitalOcean revokes tokens that GitHub finds in public repositories, and mails the owner.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  sources: [
    'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    'https://github.blog/changelog/2022-05-13-view-dependabot-alerts-across-the-enterprise',
    PARTNER.source,
  ],
});

export const digitaloceanSpacesKeyResponse = defineResponse({
  id: 'digitalocean-spaces-key',
  title: 'DigitalOcean Spaces access key',
  rules: ['digitalocean-spaces-access-key', 'digitalocean-spaces-secret-key'],
  names: [
    'SPACES_KEY',
    'SPACES_SECRET',
    'SPACES_ACCESS_KEY',
    'SPACES_SECRET_KEY',
    'DO_SPACES_KEY',
    'DO_SPACES_SECRET',
    'SPACES_*',
    'DO_SPACES_*',
  ],
  revoke: {
    page: 'https://cloud.digitalocean.com/spaces/access_keys',
    command: 'doctl spaces keys delete ACCESS_KEY_ID',
    api: 'DELETE https://api.digitalocean.com/v2/spaces/keys/ACCESS_KEY_ID',
  },
  rotate: [
    'Create another key, limited to the buckets that it is for (doctl spaces keys create NAME), one for each environment.',
    'Deploy it, then delete the leaked one.',
  ],
  detectUse: 'Objects added, changed or gone that nobody touched.',
  reach: 'The buckets that the key is granted; without limits, all of them.',
  breaks: 'Uploads and downloads with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.storageKey,
  docs: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
  sources: [
    'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    'https://docs.digitalocean.com/reference/doctl/reference/spaces/keys/delete',
  ],
});
