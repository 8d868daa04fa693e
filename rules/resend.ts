// Resend: API keys. The keywords carry a delimiter, since "re_" alone stands in many identifiers.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const resendApiKey = defineRule({
  id: 'resend-api-key',
  title: 'Resend API key',
  provider: 'Resend',
  severity: 'high',
  keywords: ['=re_', '"re_', "'re_", ' re_'],
  pattern: /["'= ](?<secret>re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/,
  minEntropy: 3.5,
  near: { words: ['resend'], before: 200, after: 200 },
  publicValues: ['re_1' + '23456789', 're_x' + 'xxxxxxxx'],
  references: ['https://resend.com/docs/dashboard/api-keys/introduction'],
  match: [
    `RESEND_API_KEY=«re_${sample('base62', 8)}_${sample('base62', 24)}»`,
    `const resend = new Resend('«re_${sample('base62', 8, 2)}_${sample('base62', 24, 2)}»');`,
  ],
  noMatch: [
    ` re_${'x'.repeat(8)}_${'x'.repeat(24)}`,
    ` re_${sample('base62', 8)}_${sample('base62', 20)}`,
    `pre_${sample('base62', 8)}_${sample('base62', 24)}`,
  ],
});

export const resendApiKeyResponse = defineResponse({
  id: 'resend-api-key',
  title: 'Resend API key',
  rules: ['resend-api-key'],
  names: ['RESEND_API_KEY', 'RESEND_*'],
  revoke: {
    page: 'https://resend.com/api-keys',
    command: null,
    api: 'DELETE https://api.resend.com/api-keys/KEY_ID',
  },
  rotate: [
    'Delete the leaked key; that revokes it.',
    'Create one that may only send, for one domain, and deploy it.',
    'A leaked signing secret of a webhook: rotate it at the webhook.',
  ],
  invalidation: 'At once: nothing authenticates with it any more.',
  audit: 'https://resend.com/logs: requests by key.',
  detectUse: 'Mails to unknown recipients, jumps in volume.',
  reach: 'Mail from every verified domain; with full access also contacts, domains and keys.',
  breaks: 'Sending with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://resend.com/docs/knowledge-base/how-to-handle-a-leaked-api-key',
  sources: [
    'https://resend.com/docs/knowledge-base/how-to-handle-a-leaked-api-key',
    'https://resend.com/docs/api-reference/api-keys/delete-api-key',
  ],
});
