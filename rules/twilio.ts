// Twilio: API keys (SK id and secret), the account's auth token, the account SID (AC).

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
