// Mailgun: API keys of two generations and the public validation key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const KEYS = 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt';

export const mailgunPublicKey = defineRule({
  id: 'mailgun-public-key',
  title: 'Mailgun public validation key',
  provider: 'Mailgun',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pubkey-'],
  pattern: /(?<![A-Za-z0-9])pubkey-[a-z0-9]{32}(?![\w-])/,
  minEntropy: 3,
  near: { words: ['mailgun', 'mg_', 'mg-'], before: 300, after: 200 },
  references: ['https://documentation.mailgun.com'],
  match: [`MAILGUN_PUBLIC_KEY=«pubkey-${sample('hex', 32)}»`, `"mailgun": {"pub": "«pubkey-${sample('hex', 32, 2)}»"}`],
  noMatch: [`pubkey-${sample('hex', 31)}`, `pubkey-${'x'.repeat(32)}`],
});

export const mailgunApiKey = defineRule({
  id: 'mailgun-api-key',
  title: 'Mailgun API key',
  provider: 'Mailgun',
  severity: 'high',
  keywords: ['key-'],
  pattern: /(?<![\w-])key-[a-z0-9]{32}(?![\w-])/,
  minEntropy: 3,
  near: { words: ['mailgun', 'mg_', 'mg-', 'mg.'], before: 300, after: 200 },
  publicValues: ['key-' + '3ax6xnjp29jd6fds4gc373sgvjxteol0'],
  references: [KEYS],
  match: [
    `MAILGUN_API_KEY=«key-${sample('hex', 32)}»`,
    `requests.get('https://api.mailgun.net/v3/domains', auth=('api', '«key-${sample('hex', 32, 2)}»'))`,
  ],
  noMatch: [`key-${sample('hex', 31)}`, `key-${'x'.repeat(32)}`],
});

export const mailgunApiKeyV2 = defineRule({
  id: 'mailgun-api-key-v2',
  title: 'Mailgun API or signing key (three parts)',
  provider: 'Mailgun',
  severity: 'high',
  keywords: ['mailgun', 'mg_', 'api:'],
  pattern:
    /(?:(?:mailgun|mg_)[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|(?<![\w-])api:)(?<secret>[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![\w-])/i,
  minEntropy: 3,
  references: [KEYS],
  match: [
    `MAILGUN_API_KEY=«${sample('hex', 32)}-${sample('hex', 8)}-${sample('hex', 8, 2)}»`,
    `https://api:«${sample('hex', 32, 2)}-${sample('hex', 8, 3)}-${sample('hex', 8, 4)}»@api.mailgun.net/v3`,
    `mailgun.signing_key: "«${sample('hex', 32, 3)}-${sample('hex', 8, 5)}-${sample('hex', 8, 6)}»"`,
  ],
  noMatch: [
    `${sample('hex', 32)}-${sample('hex', 8)}-${sample('hex', 8, 2)}`,
    `${sample('hex', 32)}-${sample('hex', 8)}`,
  ],
});
