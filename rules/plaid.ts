// Plaid: item access tokens by environment, public and link tokens, the API secret.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const TOKENS = 'https://plaid.com/docs/api/tokens/';

export const plaidAccessToken = defineRule({
  id: 'plaid-access-token',
  title: 'Plaid item access token',
  provider: 'Plaid',
  severity: 'critical',
  keywords: ['access-production-'],
  pattern: /(?<![A-Za-z0-9-])access-production-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [TOKENS],
  match: [
    `PLAID_ACCESS_TOKEN=«access-production-${sampleUuid()}»`,
    `{"access_token": "«access-production-${sampleUuid(2)}»"}`,
  ],
  noMatch: [`access-production-${sampleUuid().slice(0, 30)}`, `access-production-${'x'.repeat(36)}`],
});

export const plaidAccessTokenTest = defineRule({
  id: 'plaid-access-token-test',
  title: 'Plaid sandbox or development access token',
  provider: 'Plaid',
  severity: 'low',
  keywords: ['access-sandbox-', 'access-development-'],
  pattern:
    /(?<![A-Za-z0-9-])access-(?:sandbox|development)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [TOKENS],
  match: [
    `PLAID_ACCESS_TOKEN=«access-sandbox-${sampleUuid()}»`,
    `accessToken: '«access-development-${sampleUuid(2)}»'`,
  ],
  noMatch: [`access-sandbox-${sampleUuid().slice(0, 30)}`, `access-development-${'x'.repeat(36)}`],
});

export const plaidPublicToken = defineRule({
  id: 'plaid-public-token',
  title: 'Plaid public or link token',
  provider: 'Plaid',
  severity: 'low',
  secrecy: 'publishable',
  keywords: [
    'public-sandbox-',
    'public-development-',
    'public-production-',
    'link-sandbox-',
    'link-development-',
    'link-production-',
  ],
  pattern:
    /(?<![A-Za-z0-9-])(?:public|link)-(?:sandbox|development|production)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [TOKENS],
  match: [`{"public_token": "«public-sandbox-${sampleUuid()}»"}`, `linkToken: '«link-production-${sampleUuid(2)}»'`],
  noMatch: [`link-sandbox-${sampleUuid().slice(0, 30)}`, `public-production-${'x'.repeat(36)}`],
});

export const plaidSecret = defineRule({
  id: 'plaid-secret',
  title: 'Plaid API secret',
  provider: 'Plaid',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['plaid'],
  pattern:
    /plaid[\w .-]{0,24}(?:secret|key)[\w.-]{0,16}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{30})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://plaid.com/docs/api/'],
  match: [
    `PLAID_SECRET=«${sample('hex', 30)}»`,
    `plaidSecret: '«${sample('hex', 30, 2)}»'`,
    `"PLAID_SECRET_PRODUCTION": "«${sample('hex', 30, 3)}»"`,
  ],
  noMatch: [`plaid ${sample('hex', 30)}`, `PLAID_SECRET=${'x'.repeat(30)}`],
});

export const plaidSecretResponse = defineResponse({
  id: 'plaid-secret',
  title: 'Plaid secret or access token',
  rules: ['plaid-secret', 'plaid-access-token', 'plaid-access-token-test'],
  names: ['PLAID_SECRET', 'PLAID_ACCESS_TOKEN', 'PLAID_*'],
  revoke: {
    page: 'https://dashboard.plaid.com/developers/keys',
    command: null,
    api: 'POST https://production.plaid.com/item/access_token/invalidate, which answers with a new access token',
  },
  rotate: [
    'Secret: rotate it in the dashboard, deploy the new one, delete the old one.',
    'Access token of an item: invalidate it and store the new one. If a database of them leaked, do so for each.',
  ],
  invalidation: 'Items stay linked; an invalidated access token is refused.',
  audit: 'Activity and logs in the dashboard.',
  reach: 'Bank data of linked users; an access token alone needs the secret beside it.',
  breaks: 'Programs with the old secret.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://plaid.com/docs/api/items/#itemaccess_tokeninvalidate',
  sources: ['https://plaid.com/docs/api/items/#itemaccess_tokeninvalidate'],
});
