// Brevo (formerly Sendinblue): API v3 and SMTP keys, both 64 hex digits, a dash and 16 characters.

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
