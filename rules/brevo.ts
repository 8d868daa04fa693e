// Brevo (formerly Sendinblue): API v3 and SMTP keys, both 64 hex digits, a dash and 16 characters.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const brevoApiKey = defineRule({
  id: 'brevo-api-key',
  title: 'Brevo API key',
  provider: 'Brevo',
  severity: 'high',
  keywords: ['xkeysib-'],
  pattern: /(?<![A-Za-z0-9-])xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://developers.brevo.com/docs/getting-started'],
  match: [
    `BREVO_API_KEY=«xkeysib-${sample('hex', 64)}-${sample('base62', 16)}»`,
    `api-key: «xkeysib-${sample('hex', 64, 2)}-${sample('base62', 16, 2)}»`,
  ],
  noMatch: [`xkeysib-${sample('hex', 64)}`, `xkeysib-${'x'.repeat(64)}-${'x'.repeat(16)}`],
});

export const brevoSmtpKey = defineRule({
  id: 'brevo-smtp-key',
  title: 'Brevo SMTP key',
  provider: 'Brevo',
  severity: 'high',
  keywords: ['xsmtpsib-'],
  pattern: /(?<![A-Za-z0-9-])xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://help.brevo.com/hc/en-us/articles/7959631848850'],
  match: [
    `SMTP_PASSWORD=«xsmtpsib-${sample('hex', 64)}-${sample('base62', 16)}»`,
    `pass: '«xsmtpsib-${sample('hex', 64, 2)}-${sample('base62', 16, 2)}»',`,
  ],
  noMatch: [`xsmtpsib-${sample('hex', 64)}`, `xsmtpsib-${sample('hex', 60)}-${sample('base62', 16)}`],
});

export const brevoApiKeyResponse = defineResponse({
  id: 'brevo-api-key',
  title: 'Brevo API or SMTP key',
  rules: ['brevo-api-key', 'brevo-smtp-key'],
  names: ['BREVO_API_KEY', 'BREVO_SMTP_KEY', 'SENDINBLUE_API_KEY', 'SIB_API_KEY', 'BREVO_*', 'SENDINBLUE_*'],
  revoke: { page: 'https://app.brevo.com/settings/keys/api', command: null, api: null },
  rotate: [
    'Generate a new key with an expiry, deploy it, delete the old one. SMTP keys stand on a page of their own: https://app.brevo.com/settings/keys/smtp .',
    'Check webhooks and senders of the account for additions.',
  ],
  audit: 'Brevo mails the owner of the account, with address and place, when a key is created or deleted.',
  detectUse: 'Statistics of transactional mail and campaigns; exports of contacts.',
  reach: 'Mail and SMS in your name; reading and export of contacts, which are personal data.',
  breaks: 'Sending with that key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://help.brevo.com/hc/en-us/articles/209467485-Create-or-delete-an-API-key',
  sources: [
    'https://help.brevo.com/hc/en-us/articles/209467485-Create-or-delete-an-API-key',
    'https://help.brevo.com/hc/en-us/articles/40159485019794-Create-and-manage-your-API-keys',
    PARTNER.source,
  ],
});
