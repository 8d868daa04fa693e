// npm: access tokens and the credentials of .npmrc files.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleCrcToken, sampleUuid } from '../src/sample.js';

export const npmAccessToken = defineRule({
  id: 'npm-access-token',
  title: 'npm access token',
  provider: 'npm',
  severity: 'critical',
  keywords: ['npm_'],
  pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-30',
  enforceCheck: true,
  references: ['https://github.blog/security/announcing-npms-new-access-token-format/'],
  match: [
    `NPM_TOKEN=«${sampleCrcToken('npm_', 30)}»`,
    `//registry.npmjs.org/:_authToken=«${sampleCrcToken('npm_', 30, 2)}»`,
  ],
  noMatch: [`npm_${sample('base62', 36)}`, `npm_${sample('base62', 30)}`],
});

export const npmLegacyUuidToken = defineRule({
  id: 'npm-legacy-uuid-token',
  title: 'npm legacy access token (UUID)',
  provider: 'npm',
  severity: 'high',
  keywords: ['npmjs.org/:_authToken', 'npm_token', 'npm_auth_token'],
  pattern:
    /(?:npmjs\.org\/:_authToken|npm_(?:auth_)?token)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.npmjs.com/about-access-tokens'],
  match: [`//registry.npmjs.org/:_authToken=«${sampleUuid()}»`, `NPM_TOKEN: "«${sampleUuid(2)}»"`],
  noMatch: [sampleUuid(), '//registry.npmjs.org/:_authToken=${NPM_TOKEN}'],
});

export const npmrcAuthToken = defineRule({
  id: 'npmrc-auth-token',
  title: 'Registry credentials in .npmrc',
  provider: 'npm',
  severity: 'high',
  keywords: ['_authToken', '_auth=', '_password='],
  // What other rules know by its prefix, and UUIDs for npmjs.org, are left to them.
  pattern:
    /(?<![^\r\n:"'])(?:(?<!npmjs\.org\/:)_authToken|_auth|_password)=["']?(?<secret>(?!npm_|gh[opsu]_|github_pat_|glpat-|AKCp|cmVmdGtu)[A-Za-z0-9+/=_.~-]{8,400})(?![A-Za-z0-9+/=_.~-])/,
  minEntropy: 2.8,
  references: ['https://docs.npmjs.com/cli/configuring-npm/npmrc'],
  match: [
    `//npm.acme.io/:_authToken=«${sample('base62', 40)}»`,
    `//npm.acme.io/:_password="«${sample('base62', 24, 2)}»"`,
    `registry=https://npm.acme.io/\n_auth=«${sample('base64', 34, 3)}==»`,
  ],
  noMatch: ['//npm.acme.io/:_authToken=${TOKEN}', '//npm.acme.io/:_authToken=', '//npm.acme.io/:_password=abc'],
});

export const npmTokenResponse = defineResponse({
  id: 'npm-token',
  title: 'npm access token',
  rules: ['npm-access-token', 'npm-legacy-uuid-token', 'npmrc-auth-token'],
  names: ['NPM_TOKEN', 'NODE_AUTH_TOKEN', 'NPM_AUTH_TOKEN', 'NPM_*'],
  revoke: {
    page: 'https://www.npmjs.com/settings/~/tokens',
    command: 'npm token delete TOKEN_ID',
    api: 'DELETE https://registry.npmjs.org/-/npm/v1/tokens/token/TOKEN_ID',
  },
  rotate: [
    'Find its id with npm token list, and delete it. Tokens of the old kind were all removed in November 2025.',
    'Look at the versions, tags and maintainers of every package that it could write.',
    'Publish through trusted publishing (OIDC) without a token, or create a granular one with an expiry.',
  ],
  invalidation: 'At once by the command line; npm says that it can take up to an hour.',
  audit: 'Versions of the packages with their times; mail from npm about publishing.',
  detectUse: 'Versions, tags or maintainers that nobody of yours made.',
  reach:
    'Publishing of the packages and scopes of the token; those that bypass two-factor authentication need nothing more.',
  breaks: 'Publishing and installation of private packages with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.npmjs.com/revoking-access-tokens',
  sources: [
    'https://docs.npmjs.com/revoking-access-tokens',
    'https://docs.npmjs.com/about-access-tokens',
    PARTNER.source,
  ],
});
