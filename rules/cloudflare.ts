// Cloudflare: scannable tokens with a CRC-32, origin CA keys, and the older forms that only their names give away.

import { crc32, toHex8 } from '../src/checksum.js';
import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const TOKEN_FORMATS = 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/';

export const cloudflareUserApiToken = defineRule({
  id: 'cloudflare-user-api-token',
  title: 'Cloudflare user API token',
  provider: 'Cloudflare',
  severity: 'critical',
  keywords: ['cfut_'],
  pattern: /(?<![A-Za-z0-9])cfut_[A-Za-z0-9]{40}[0-9a-f]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-40',
  enforceCheck: true,
  references: [TOKEN_FORMATS],
  match: [`CLOUDFLARE_API_TOKEN=«${scannable('cfut_', 1)}»`, `Authorization: Bearer «${scannable('cfut_', 2)}»`],
  noMatch: [`cfut_${sample('base62', 40)}${toHex8(7)}`, `cfut_${sample('base62', 39)}`, `cfut_${'x'.repeat(48)}`],
});

export const cloudflareAccountApiToken = defineRule({
  id: 'cloudflare-account-api-token',
  title: 'Cloudflare account API token',
  provider: 'Cloudflare',
  severity: 'critical',
  keywords: ['cfat_'],
  pattern: /(?<![A-Za-z0-9])cfat_[A-Za-z0-9]{40}[0-9a-f]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-40',
  enforceCheck: true,
  references: [TOKEN_FORMATS],
  match: [`CF_ACCOUNT_TOKEN=«${scannable('cfat_', 1)}»`, `api_token = "«${scannable('cfat_', 2)}»"`],
  noMatch: [`cfat_${sample('base62', 40)}${toHex8(7)}`, `cfat_${sample('base62', 39)}`, `cfat_${'x'.repeat(48)}`],
});

export const cloudflareGlobalApiKeyV2 = defineRule({
  id: 'cloudflare-global-api-key-v2',
  title: 'Cloudflare global API key (scannable)',
  provider: 'Cloudflare',
  severity: 'critical',
  keywords: ['cfk_'],
  pattern: /(?<![A-Za-z0-9])cfk_[A-Za-z0-9]{40}[0-9a-f]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-40',
  enforceCheck: true,
  references: [TOKEN_FORMATS],
  match: [`X-Auth-Key: «${scannable('cfk_', 1)}»`, `cloudflare_api_key: '«${scannable('cfk_', 2)}»'`],
  noMatch: [`cfk_${sample('base62', 40)}${toHex8(7)}`, `cfk_${sample('base62', 39)}`, `cfk_${'x'.repeat(48)}`],
});

export const cloudflareOriginCaKey = defineRule({
  id: 'cloudflare-origin-ca-key',
  title: 'Cloudflare origin CA key',
  provider: 'Cloudflare',
  severity: 'high',
  keywords: ['v1.0-'],
  pattern: /(?<![A-Za-z0-9_.-])v1\.0-[0-9a-f]{24}-[0-9a-f]{146}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.3,
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/'],
  match: [
    `X-Auth-User-Service-Key: «v1.0-${sample('hex', 24)}-${sample('hex', 73)}${sample('hex', 73, 2)}»`,
    `CLOUDFLARE_API_USER_SERVICE_KEY="«v1.0-${sample('hex', 24, 3)}-${sample('hex', 73, 3)}${sample('hex', 73, 4)}»"`,
  ],
  noMatch: [`v1.0-${sample('hex', 24)}-${sample('hex', 100)}`, `v1.0-${sample('hex', 40)}`],
});

export const cloudflareApiTokenLegacy = defineRule({
  id: 'cloudflare-api-token-legacy',
  title: 'Cloudflare API token (40 characters)',
  provider: 'Cloudflare',
  severity: 'high',
  confidence: 'medium',
  keywords: ['cloudflare', 'cf_api', 'cf_tok', 'cf_dns', 'cf-api', 'cfapi'],
  pattern:
    /(?:cloudflare|cf[_-](?:api|dns)|cfapi|cf(?=_token))[\w.-]{0,24}token[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{40})(?![\w-])/i,
  minEntropy: 3.6,
  publicValues: ['Sn3lZJTBX6kkg7OdcBUA' + 'xOO963GEIyGQqnFTOFYY'],
  references: ['https://developers.cloudflare.com/fundamentals/api/'],
  match: [
    `CLOUDFLARE_API_TOKEN=«${sample('base64url', 40)}»`,
    `cf_api_token: "«${sample('base64url', 40, 2)}»"`,
    `{"cloudflareToken": "«${sample('base62', 40, 3)}»"}`,
    `CF_TOKEN='«${sample('base62', 40, 4)}»'`,
  ],
  noMatch: ['CLOUDFLARE_API_TOKEN=${CF_TOKEN}', `cloudflare ${sample('base62', 40)}`, `CF_TOKEN=${'x'.repeat(40)}`],
});

export const cloudflareGlobalApiKey = defineRule({
  id: 'cloudflare-global-api-key',
  title: 'Cloudflare global API key',
  provider: 'Cloudflare',
  severity: 'high',
  confidence: 'medium',
  keywords: ['cloudflare', 'cf_api_key', 'cf_global', 'x-auth-key'],
  pattern:
    /(?:cloudflare[\w.-]{0,24}key|cf_(?:api|global)[\w.-]{0,16}key|x-auth-key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{37,45})(?![\w-])/i,
  minEntropy: 2.9,
  publicValues: ['c2547eb745079dac9320b6' + '38f5e225cf483cc5cfdda41', '144c9defac04969c' + '7bfad8efaa8ea194'],
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/keys/'],
  match: [
    `CLOUDFLARE_API_KEY=«${sample('hex', 37)}»`,
    `curl -H "X-Auth-Email: ops@acme.dev" -H "X-Auth-Key: «${sample('hex', 37, 2)}»"`,
    `{"cloudflare_global_key": "«${sample('hex', 37, 3)}»"}`,
  ],
  noMatch: [`X-Auth-Key: ${sample('hex', 9)}`, `cloudflare/${sample('hex', 37)}`, `X-Auth-Key: ${'x'.repeat(37)}`],
});

function scannable(prefix: string, seed: number): string {
  const body = sample('base62', 40, seed);
  return prefix + body + toHex8(crc32(body));
}

export const cloudflareApiTokenResponse = defineResponse({
  id: 'cloudflare-api-token',
  title: 'Cloudflare API token or key',
  rules: [
    'cloudflare-account-api-token',
    'cloudflare-api-token-legacy',
    'cloudflare-user-api-token',
    'cloudflare-global-api-key',
    'cloudflare-global-api-key-v2',
    'cloudflare-origin-ca-key',
  ],
  names: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN', 'CLOUDFLARE_API_KEY', 'CF_API_KEY', 'CLOUDFLARE_*', 'CF_*'],
  revoke: {
    page: 'https://dash.cloudflare.com/profile/api-tokens',
    command: null,
    api: 'GET https://api.cloudflare.com/client/v4/user/tokens/verify for the id, then DELETE https://api.cloudflare.com/client/v4/user/tokens/TOKEN_ID',
  },
  rotate: [
    'In the menu of the token, roll it (same permissions, new value), or delete it and create a narrower one.',
    'Global API key and origin CA key: change them on the same page, then use tokens instead.',
  ],
  invalidation: 'Rolling refuses the old value at once.',
  audit: 'Audit log of the account.',
  detectUse: 'Changes of DNS, Workers, tunnels and access policies in the audit log that nobody made.',
  reach:
    'Zones and accounts in the policies of the token: DNS, Workers, R2, Access. The global key: everything of the user.',
  breaks: 'Tools and deployments with it.',
  vendorRevokes: true,
  vendorNote:
    'Cloudflare revokes tokens that GitHub finds in public repositories, and mails the owner; from private ones it only warns.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/',
  sources: [
    'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/',
    'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
  ],
});
