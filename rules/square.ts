// Square: access tokens of both generations, OAuth application secrets, and the publishable application ids.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developer.squareup.com/docs/build-basics/access-tokens';

const DOCS_2 = 'https://developer.squareup.com/docs/oauth-api/overview';

export const squareAccessToken = defineRule({
  id: 'square-access-token',
  title: 'Square access token',
  provider: 'Square',
  severity: 'critical',
  keywords: ['EAAA'],
  // A delimiter in front: a line of wrapped base64 is 64 characters long too.
  pattern: /(?<=["'\x60=:> ])EAAA[\w-]{60}(?![A-Za-z0-9+/=_-])/,
  check: 'not-base64-part',
  enforceCheck: true,
  minEntropy: 4,
  references: [DOCS],
  match: [
    `SQUARE_ACCESS_TOKEN=«EAAA${sample('base64url', 60)}»`,
    `Authorization: Bearer «EAAA${sample('base64url', 60, 2)}»`,
  ],
  noMatch: [`EAAA${'A'.repeat(60)}`, `AAEAAA${sample('base64url', 60)}`, `EAAA${sample('base64url', 90)}`],
});

export const squareAccessTokenLegacy = defineRule({
  id: 'square-access-token-legacy',
  title: 'Square access token (legacy)',
  provider: 'Square',
  severity: 'critical',
  keywords: ['sq0atp-'],
  pattern: /(?<![A-Za-z0-9_])sq0atp-[\w-]{22}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.1,
  references: [DOCS],
  match: [`SQUARE_TOKEN=«sq0atp-${sample('base64url', 22)}»`, `X-Api-Key: «sq0atp-${sample('base64url', 22, 2)}»`],
  noMatch: [`sq0atp-${'x'.repeat(22)}`, `sq0atp-${sample('base64url', 21, 3)}`],
});

export const squareAccessTokenLegacyTest = defineRule({
  id: 'square-access-token-legacy-test',
  title: 'Square sandbox access token (legacy)',
  provider: 'Square',
  severity: 'low',
  keywords: ['sandbox-sq0atb-'],
  pattern: /(?<![A-Za-z0-9])sandbox-sq0atb-[\w-]{22}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.1,
  references: [DOCS],
  match: [
    `SQUARE_SANDBOX_TOKEN=«sandbox-sq0atb-${sample('base64url', 22)}»`,
    `{"squareSandboxToken": "«sandbox-sq0atb-${sample('base64url', 22, 2)}»"}`,
  ],
  noMatch: [`sandbox-sq0atb-${'x'.repeat(22)}`, `sandbox-sq0atb-${sample('base64url', 21, 3)}`],
});

export const squareOauthSecret = defineRule({
  id: 'square-oauth-secret',
  title: 'Square OAuth application secret',
  provider: 'Square',
  severity: 'critical',
  keywords: ['sq0csp-'],
  pattern: /(?<![A-Za-z0-9_])sq0csp-[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS_2],
  match: [
    `SQUARE_APP_SECRET=«sq0csp-${sample('base64url', 43)}»`,
    `square_app_secret: «sq0csp-${sample('base64url', 43, 2)}»`,
  ],
  noMatch: [`sq0csp-${'x'.repeat(43)}`, `sq0csp-${sample('base64url', 42, 3)}`],
});

export const squareOauthSecretTest = defineRule({
  id: 'square-oauth-secret-test',
  title: 'Square sandbox OAuth application secret',
  provider: 'Square',
  severity: 'low',
  keywords: ['sandbox-sq0csb-'],
  pattern: /(?<![A-Za-z0-9])sandbox-sq0csb-[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS_2],
  match: [
    `SQUARE_SANDBOX_SECRET=«sandbox-sq0csb-${sample('base64url', 43)}»`,
    `const squareSandboxSecret = '«sandbox-sq0csb-${sample('base64url', 43, 2)}»';`,
  ],
  noMatch: [`sandbox-sq0csb-${'x'.repeat(43)}`, `sandbox-sq0csb-${sample('base64url', 42, 3)}`],
});

export const squareApplicationId = defineRule({
  id: 'square-application-id',
  title: 'Square application ID',
  provider: 'Square',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['sq0idp-', 'sandbox-sq0idb-'],
  pattern: /(?<![A-Za-z0-9])(?:sq0idp-|sandbox-sq0idb-)[\w-]{22}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.1,
  references: ['https://developer.squareup.com/docs/build-basics/general-considerations/using-rest-apis'],
  match: [
    `SQUARE_APP_ID=«sq0idp-${sample('base64url', 22)}»`,
    `export SQUARE_APP_ID="«sandbox-sq0idb-${sample('base64url', 22, 2)}»"`,
  ],
  noMatch: [`sq0idp-${'x'.repeat(22)}`, `sandbox-sq0idb-${sample('base64url', 21, 3)}`],
});

export const squareAccessTokenResponse = defineResponse({
  id: 'square-access-token',
  title: 'Square access token or application secret',
  rules: [
    'square-access-token',
    'square-access-token-legacy',
    'square-access-token-legacy-test',
    'square-oauth-secret',
    'square-oauth-secret-test',
  ],
  names: ['SQUARE_ACCESS_TOKEN', 'SQUARE_APPLICATION_SECRET', 'SQUARE_*'],
  revoke: {
    page: 'https://developer.squareup.com/apps',
    command: null,
    api: 'POST https://connect.squareup.com/oauth2/revoke, for tokens of OAuth',
  },
  rotate: ['Open the application, Credentials: replace the token; OAuth: replace the secret. Deploy the new one.'],
  invalidation: 'Replacing ends the old one.',
  reach: 'Payments, customers and catalogue of the seller, within the permissions.',
  breaks: 'Programs with the old one.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  sources: ['https://developer.squareup.com/docs/build-basics/access-tokens'],
});
