// DigitalOcean: v1 tokens, and the S3-like key pair of Spaces.

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
