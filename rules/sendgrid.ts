// SendGrid: API keys of two base64url parts.

import { defineResponse, INTERVALS, PARTNER, REPLACE } from '../src/response.js';
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

export const sendgridApiKeyResponse = defineResponse({
  id: 'sendgrid-api-key',
  title: 'SendGrid API key',
  rules: ['sendgrid-api-key'],
  names: ['SENDGRID_API_KEY', 'SENDGRID_*'],
  revoke: {
    page: 'https://app.sendgrid.com/settings/api_keys',
    command: null,
    api: 'DELETE https://api.sendgrid.com/v3/api_keys/KEY_ID',
  },
  rotate: [...REPLACE],
  invalidation: 'At once.',
  audit: 'https://app.sendgrid.com/email_activity',
  detectUse: 'Activity feed and statistics: volume, recipients and templates that nobody knows.',
  reach:
    'Mail from the authenticated domains, templates, suppression lists; full access reaches everything but billing.',
  breaks: 'Sending with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  sources: [
    'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    'https://www.twilio.com/docs/sendgrid/api-reference/api-keys/delete-api-keys',
    PARTNER.source,
  ],
});
