// SendGrid: API keys of two base64url parts.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sendgridApiKey = defineRule({
  id: 'sendgrid-api-key',
  title: 'SendGrid API key',
  provider: 'SendGrid',
  severity: 'critical',
  keywords: ['SG.'],
  pattern: /(?<![A-Za-z0-9_.-])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.3,
  publicValues: ['SG.ngeVfQFYQlKU0ufo8x5d1A.' + 'TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr'],
  references: ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
  match: [
    `SENDGRID_API_KEY=«SG.${sample('base64url', 22)}.${sample('base64url', 43)}»`,
    `sgMail.setApiKey('«SG.${sample('base64url', 22, 2)}.${sample('base64url', 43, 2)}»')`,
    `Authorization: Bearer «SG.${sample('base64url', 22, 3)}.${sample('base64url', 43, 3)}»`,
  ],
  noMatch: [`SG.${sample('base64url', 22)}.${sample('base64url', 42)}`, `SG.${'x'.repeat(22)}.${'x'.repeat(43)}`],
});
