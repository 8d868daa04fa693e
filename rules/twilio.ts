// Twilio: API keys (SK id and secret), the account's auth token, the account SID (AC).

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API_KEYS = 'https://www.twilio.com/docs/iam/api-keys';
const AUTH_TOKEN = 'https://www.twilio.com/docs/iam/api/authtoken';

export const twilioApiKeySid = defineRule({
  id: 'twilio-api-key-sid',
  title: 'Twilio API key SID',
  provider: 'Twilio',
  severity: 'medium',
  keywords: ['twilio', 'api_key', 'api-key', 'apikey', 'key_sid', 'keysid'],
  pattern:
    /(?:(?:[Tt]wilio|TWILIO)[\w.-]{0,24}|[Aa](?:pi|PI)[_-]{0,1}[Kk](?:ey|EY)|[Kk](?:ey|EY)[_-]{0,1}[Ss](?:id|ID))["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>SK[0-9a-f]{32})(?![\w-])/,
  minEntropy: 2.5,
  references: [API_KEYS],
  match: [
    `TWILIO_API_KEY=«SK${sample('hex', 32)}»`,
    `const apiKeySid = '«SK${sample('hex', 32, 2)}»';`,
    `"api_key": "«SK${sample('hex', 32, 3)}»"`,
  ],
  noMatch: [`twilio SK${sample('hex', 32)}`, `TWILIO_API_KEY=SK${'X'.repeat(32)}`],
});

export const twilioAuthToken = defineRule({
  id: 'twilio-auth-token',
  title: 'Twilio auth token',
  provider: 'Twilio',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['twilio'],
  pattern:
    /twilio[\w .-]{0,20}(?:token|auth|secret|pass|key)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  pairsWith: ['twilio-account-sid'],
  references: [AUTH_TOKEN],
  match: [
    `TWILIO_AUTH_TOKEN=«${sample('hex', 32)}»`,
    `twilioAuthToken: "«${sample('hex', 32, 2)}»"`,
    `config['twilio_token'] = '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`twilio/${sample('hex', 32)}`, `TWILIO_AUTH_TOKEN=${'your_auth' + '_token'}`],
});

export const twilioAuthTokenPair = defineRule({
  id: 'twilio-auth-token-pair',
  title: 'Twilio auth token after its account SID',
  provider: 'Twilio',
  severity: 'critical',
  keywords: ['@api.twilio.com', '-u AC', '-u "AC', "-u 'AC", "('AC", '("AC'],
  pattern:
    /(?:-u ["']{0,1}|\(["']){0,1}(?<![A-Za-z0-9])AC[0-9a-f]{32}(?::|["'],[ \t\r\n]{0,24}["'])(?<secret>[0-9a-f]{32})(?![\w-])(?:@api\.twilio\.com){0,1}/,
  before: 67,
  minEntropy: 2.5,
  references: [AUTH_TOKEN],
  match: [
    `https://AC${sample('hex', 32)}:«${sample('hex', 32, 2)}»@api.twilio.com/2010-04-01`,
    `curl -u AC${sample('hex', 32, 3)}:«${sample('hex', 32, 4)}»`,
    `client = Client("AC${sample('hex', 32, 5)}", "«${sample('hex', 32, 6)}»")`,
  ],
  noMatch: [`("AC${sample('hex', 32)}", token)`, `curl -u AC${sample('hex', 32)}:$TOKEN`],
});

export const twilioAuthTokenNear = defineRule({
  id: 'twilio-auth-token-near',
  title: 'Twilio auth token, named without the vendor',
  provider: 'Twilio',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['auth_token', 'auth-token', 'authtoken'],
  pattern:
    /(?<![\w.-])auth[_-]{0,1}token["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  near: { words: ['twilio', 'account_sid', 'accountsid'], before: 400, after: 400 },
  pairsWith: ['twilio-account-sid'],
  references: [AUTH_TOKEN],
  match: [
    `account_sid: env.SID\nauth_token: «${sample('hex', 32, 2)}»`,
    `twilio({ authToken: '«${sample('hex', 32, 3)}»' })`,
  ],
  noMatch: [`auth_token ${sample('hex', 32)}`, `auth_token = ${'your_auth' + '_token'}`],
});

export const twilioApiKeySecret = defineRule({
  id: 'twilio-api-key-secret',
  title: 'Twilio API key secret',
  provider: 'Twilio',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['twilio'],
  // With a letter beyond f, or it is an auth token.
  pattern:
    /twilio[\w .-]{0,20}(?:secret|key|token|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[0-9a-f]{0,31}[g-z])(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3,
  pairsWith: ['twilio-api-key-sid'],
  references: [API_KEYS],
  match: [`TWILIO_API_KEY_SECRET=«${sample('base62', 32)}»`, `twilioApiSecret: '«${sample('base62', 32, 2)}»'`],
  noMatch: [`twilio ${sample('base62', 32)}`, `TWILIO_API_SECRET=${'x'.repeat(32)}`],
});

export const twilioAccountSid = defineRule({
  id: 'twilio-account-sid',
  title: 'Twilio account SID',
  provider: 'Twilio',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['twilio', 'account_sid', 'account-sid', 'accountsid'],
  pattern:
    /(?:(?:[Tt]wilio|TWILIO)(?:\.com\/2010-04-01\/Accounts\/|[\w.-]{0,24}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2})|[Aa](?:ccount|CCOUNT)[_-]{0,1}[Ss](?:id|ID)["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2})(?<secret>AC[0-9a-f]{32})(?![\w-])/,
  minEntropy: 2.5,
  references: ['https://www.twilio.com/docs/glossary/what-is-a-sid'],
  match: [
    `TWILIO_ACCOUNT_SID=«AC${sample('hex', 32)}»`,
    `accountSid: '«AC${sample('hex', 32, 2)}»'`,
    `https://api.twilio.com/2010-04-01/Accounts/«AC${sample('hex', 32, 3)}»/Messages.json`,
  ],
  noMatch: [`AC${sample('hex', 31)}`, `TWILIO_ACCOUNT_SID=AC${'X'.repeat(32)}`],
});

export const twilioAuthTokenResponse = defineResponse({
  id: 'twilio-auth-token',
  title: 'Twilio auth token',
  rules: ['twilio-auth-token', 'twilio-auth-token-near', 'twilio-auth-token-pair'],
  names: ['TWILIO_AUTH_TOKEN', 'TWILIO_TOKEN', 'TWILIO_*'],
  revoke: {
    page: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    command: null,
    api: 'POST https://accounts.twilio.com/v1/AuthTokens/Secondary, then POST https://accounts.twilio.com/v1/AuthTokens/Promote',
  },
  rotate: [
    'Request a secondary token and deploy it everywhere.',
    'Promote it: from then on the old one is refused. Functions need up to 1 minute.',
    'Webhooks are signed with the auth token: the receivers must verify with the new one.',
    'Use API keys instead for programs, so that the next leak is smaller.',
  ],
  invalidation: 'Promotion ends the old token at once. API keys of the account live on.',
  audit: 'Monitor events: GET https://monitor.twilio.com/v1/Events; usage records.',
  detectUse: 'Usage by day and country, numbers bought, subaccounts and keys made.',
  reach: 'The whole account with its subaccounts: messages, calls (fraud), recordings, numbers.',
  breaks: 'Every program with the old token, and the verification of webhooks.',
  vendorNote: 'The token alone has no shape of its own, so nobody can tell Twilio of it.',
  rotationDays: { days: 90, source: 'secrets policies of teams: 90 days for the auth token of Twilio' },
  docs: 'https://www.twilio.com/docs/iam/api/authtoken',
  sources: ['https://www.twilio.com/docs/iam/api/authtoken', 'https://www.twilio.com/docs/iam/api/secondary_authtoken'],
});

export const twilioApiKeyResponse = defineResponse({
  id: 'twilio-api-key',
  title: 'Twilio API key',
  rules: ['twilio-api-key-sid', 'twilio-api-key-secret'],
  names: ['TWILIO_API_KEY', 'TWILIO_API_SECRET', 'TWILIO_API_KEY_SECRET'],
  revoke: {
    page: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    command: null,
    api: 'DELETE https://api.twilio.com/2010-04-01/Accounts/ACCOUNT_SID/Keys/KEY_SID.json',
  },
  rotate: ['A key cannot be renewed: create another, restricted if possible, deploy it, delete the leaked one.'],
  invalidation: 'At once. Access tokens that the key has signed live for 24 hours at most.',
  audit: 'Monitor events: GET https://monitor.twilio.com/v1/Events; usage records.',
  detectUse: 'Usage by day and country; events by that key.',
  reach: 'A main key: everything. A standard key: everything but accounts and keys. A restricted key: what it names.',
  breaks: 'Programs with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.twilio.com/docs/iam/api-keys',
  sources: ['https://www.twilio.com/docs/iam/api-keys', PARTNER.source],
});
