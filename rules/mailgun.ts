// Mailgun: API keys of two generations and the public validation key.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
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

export const mailgunApiKeyResponse = defineResponse({
  id: 'mailgun-api-key',
  title: 'Mailgun API key',
  rules: ['mailgun-api-key', 'mailgun-api-key-v2'],
  names: ['MAILGUN_API_KEY', 'MAILGUN_PRIVATE_KEY', 'MAILGUN_SMTP_PASSWORD', 'MAILGUN_*'],
  revoke: { page: 'https://app.mailgun.com/settings/api_security', command: null, api: null },
  rotate: [
    'Create a second key (the last one cannot be deleted), deploy it, delete the leaked one.',
    'A sending key of one domain, or an SMTP password, is renewed at the domain.',
    'Check that the old key is refused: older interfaces kept a reset key alive for 48 hours.',
  ],
  audit: 'https://app.mailgun.com/app/logs',
  detectUse: 'Logs of the domains: volume and recipients that nobody knows; new routes and webhooks.',
  reach: 'Reading and writing on every sending domain, mailing lists and logs.',
  breaks: 'Sending with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://help.mailgun.com/hc/en-us/articles/203380100-Where-can-I-find-my-API-keys-and-SMTP-credentials',
  sources: [
    'https://help.mailgun.com/hc/en-us/articles/203380100-Where-can-I-find-my-API-keys-and-SMTP-credentials',
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/mailgun_primary_key',
    PARTNER.source,
  ],
});

export const mailgunWebhookSigningKeyResponse = defineResponse({
  id: 'mailgun-webhook-signing-key',
  title: 'Mailgun HTTP webhook signing key',
  rules: [],
  names: ['MAILGUN_WEBHOOK_SIGNING_KEY', 'MAILGUN_SIGNING_KEY', 'MAILGUN_WEBHOOK_*'],
  revoke: { page: 'https://app.mailgun.com/settings/api_security', command: null, api: null },
  rotate: [
    'Renew the signing key on the same page as the API keys; it is a key of its own.',
    'Give the receiver the new one at once. After a leak do not accept the old one beside it.',
  ],
  invalidation: 'Forged events pass until the receiver no longer accepts the old key.',
  audit: 'Log of the receiver of the webhooks.',
  detectUse: 'Events with a valid signature whose message id the logs of Mailgun do not have.',
  reach: 'Forged events: bounces, unsubscriptions, inbound mail.',
  breaks: 'Verification of events until the receiver has the new key.',
  rotationDays: INTERVALS.webhookSecret,
  docs: 'https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks',
  sources: ['https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks'],
});
