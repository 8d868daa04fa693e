// Heroku: API keys with the HRKU prefix, and the bare UUIDs before it.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const AUTHENTICATION = 'https://devcenter.heroku.com/articles/authentication';

export const herokuApiKey = defineRule({
  id: 'heroku-api-key',
  title: 'Heroku API key',
  provider: 'Heroku',
  severity: 'critical',
  keywords: ['HRKU-'],
  pattern:
    /(?<![A-Za-z0-9])HRKU-(?:AA[A-Za-z0-9_-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.1,
  publicValues: ['HRKU-' + '01234567-89ab-cdef-0123-456789abcdef'],
  references: [AUTHENTICATION],
  match: [`HEROKU_API_KEY=«HRKU-${sampleUuid()}»`, `Authorization: Bearer «HRKU-AA${sample('base64url', 58)}»`],
  noMatch: [`HRKU-${sample('base64url', 20)}`, `HRKU-AA${sample('base64url', 40)}`],
});

export const herokuApiKeyLegacy = defineRule({
  id: 'heroku-api-key-legacy',
  title: 'Heroku API key (UUID)',
  provider: 'Heroku',
  severity: 'high',
  confidence: 'medium',
  keywords: ['heroku'],
  pattern:
    /heroku(?:[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|\.com[ \t\r\n]{1,8}login[ \t]{1,4}[\w.@+-]{1,64}[ \t\r\n]{1,8}password[ \t]{1,4})(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  publicValues: ['01234567-89ab' + '-cdef-0123-456789abcdef'],
  references: [AUTHENTICATION],
  match: [
    `HEROKU_API_KEY=«${sampleUuid()}»`,
    `heroku_auth_token: '«${sampleUuid(2)}»'`,
    `machine api.heroku.com\n  login me@acme.io\n  password «${sampleUuid(3)}»`,
  ],
  noMatch: [`heroku app ${sampleUuid()}`, `https://dashboard.heroku.com/apps/${sampleUuid()}`],
});

export const herokuApiKeyResponse = defineResponse({
  id: 'heroku-api-key',
  title: 'Heroku API key or authorization',
  rules: ['heroku-api-key', 'heroku-api-key-legacy'],
  names: ['HEROKU_API_KEY', 'HEROKU_TOKEN', 'HEROKU_*'],
  revoke: {
    page: 'https://dashboard.heroku.com/account',
    command: 'heroku authorizations:revoke AUTHORIZATION_ID',
    api: 'DELETE https://api.heroku.com/oauth/authorizations/AUTHORIZATION_ID',
  },
  rotate: [
    'Account, API Key: regenerate it. Or rotate the authorization: heroku authorizations:rotate AUTHORIZATION_ID.',
    'It could read config vars: renew the secrets in them. Databases: heroku pg:credentials:rotate --app APP.',
  ],
  invalidation: 'Renewing the credentials of a database resets its connections and restarts the apps.',
  detectUse: 'Releases, config vars and members of your apps that nobody changed.',
  reach: 'The API key has no limits: all apps, config vars and add-ons of the account.',
  breaks: 'Deployments and tools with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://devcenter.heroku.com/articles/authentication',
  sources: ['https://devcenter.heroku.com/articles/authentication', 'https://devcenter.heroku.com/articles/oauth'],
});
