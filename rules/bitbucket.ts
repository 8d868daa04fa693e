// Bitbucket: Cloud tokens that end in a CRC-32, Data Center tokens that begin with their id, OAuth consumer secrets.

import { crc32, toHex8 } from '../src/checksum.js';
import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const bitbucketRepoAccessToken = defineRule({
  id: 'bitbucket-repo-access-token',
  title: 'Bitbucket repository, project or workspace access token',
  provider: 'Bitbucket',
  severity: 'critical',
  keywords: ['ATCTT3xFfGN0'],
  pattern: /(?<![A-Za-z0-9])ATCTT3xFfGN0[A-Za-z0-9_-]{71,231}=[A-F0-9]{8}(?![A-Za-z0-9_=-])/,
  distinctive: true,
  check: 'crc32-hex-atlassian',
  enforceCheck: true,
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/repository-access-tokens/'],
  match: [
    `BITBUCKET_TOKEN=«${withCrc(`ATCTT3xFfGN0${sample('base64url', 171)}=`)}»`,
    `https://x-token-auth:«${withCrc(`ATCTT3xFfGN0${sample('base64url', 171, 2)}=`)}»@bitbucket.org/a/b.git`,
  ],
  noMatch: [
    `ATCTT3xFfGN0${sample('base64url', 40)}=${sample('upperHex', 8)}`,
    `ATCTT3xFfGN0${sample('base64url', 171)}`,
  ],
});

export const bitbucketAppPassword = defineRule({
  id: 'bitbucket-app-password',
  title: 'Bitbucket app password',
  provider: 'Bitbucket',
  severity: 'high',
  keywords: ['ATBB'],
  pattern: /(?<![A-Za-z0-9])ATBB[A-Za-z0-9]{24}[A-F0-9]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-atlassian',
  enforceCheck: true,
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/'],
  match: [
    `BITBUCKET_APP_PASSWORD=«${withCrc(`ATBB${sample('base62', 24)}`)}»`,
    `bitbucket: { username: 'ci', appPassword: '«${withCrc(`ATBB${sample('base62', 24, 2)}`)}»' }`,
  ],
  noMatch: [`ATBB${sample('base62', 20)}`, `ATBB${sample('base62', 24)}${sample('hex', 8)}`],
});

export const bitbucketDatacenterHttpToken = defineRule({
  id: 'bitbucket-datacenter-http-token',
  title: 'Bitbucket Data Center HTTP access token',
  provider: 'Bitbucket',
  severity: 'high',
  keywords: ['BBDC-'],
  pattern: /(?<![A-Za-z0-9])BBDC-[MNO][A-Za-z0-9+/]{43}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html'],
  match: [`Authorization: Bearer «${dataCenterToken(1)}»`, `bitbucket_token: "«${dataCenterToken(2)}»"`],
  noMatch: [`BBDC-${sample('base64', 30)}`, `BBDC-${'x'.repeat(44)}`],
});

export const bitbucketOauthSecret = defineRule({
  id: 'bitbucket-oauth-secret',
  title: 'Bitbucket OAuth consumer secret',
  provider: 'Bitbucket',
  severity: 'high',
  confidence: 'medium',
  keywords: ['bitbucket'],
  pattern:
    /bitbucket[\w .-]{0,20}secret[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?!ATBB|ATCTT|BBDC-)(?=[A-Za-z_-]{0,30}\d)[\w-]{32,64})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/'],
  match: [
    `BITBUCKET_CLIENT_SECRET=«${sample('base62', 32)}»`,
    `bitbucketOauthSecret: '«${sample('base64url', 40, 2)}»'`,
  ],
  noMatch: [`bitbucket secret ${sample('base62', 32)}`, `BITBUCKET_CLIENT_SECRET=${'x'.repeat(32)}`],
});

function withCrc(text: string): string {
  return text + toHex8(crc32(text)).toUpperCase();
}

function dataCenterToken(seed: number): string {
  return `BBDC-${Buffer.from(`${sample('digits', 12, seed)}:${sample('base62', 20, seed)}`).toString('base64')}`;
}

export const bitbucketResponse = defineResponse({
  id: 'bitbucket',
  title: 'Bitbucket credential',
  rules: ['bitbucket-app-password', 'bitbucket-oauth-secret', 'bitbucket-repo-access-token'],
  names: ['BITBUCKET_APP_PASSWORD', 'BITBUCKET_TOKEN', 'BITBUCKET_*'],
  revoke: { page: 'https://id.atlassian.com/manage-profile/security/api-tokens', command: null, api: null },
  rotate: [
    'App passwords of Bitbucket Cloud stopped working on 9 June 2026: such a one is of the past, unless it was used before.',
    'API token of a user: revoke it on the page for API tokens of Atlassian, and create another with scopes and an expiry.',
    'Access token of a repository, project or workspace: its settings, Access tokens. OAuth consumer: settings of the workspace.',
  ],
  reach: 'Repositories and projects of its user, or the repository or workspace that the token is for.',
  breaks: 'Pushes, pipelines and calls with it.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/',
  sources: [
    'https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/',
    'https://www.atlassian.com/blog/bitbucket/bitbucket-cloud-transitions-to-api-tokens-enhancing-security-with-app-password-deprecation',
  ],
});
