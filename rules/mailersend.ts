// MailerSend: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mailersendToken = defineRule({
  id: 'mailersend-token',
  title: 'MailerSend API token',
  provider: 'MailerSend',
  severity: 'high',
  keywords: ['mlsn.'],
  pattern: /(?<![A-Za-z0-9.-])mlsn\.[0-9a-f]{64}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://developers.mailersend.com/general.html#api-token'],
  match: [`MAILERSEND_API_KEY=«mlsn.${sample('hex', 64)}»`, `apiKey: '«mlsn.${sample('hex', 64, 2)}»'`],
  noMatch: [`mlsn.${sample('hex', 63)}`, `mlsn.${'x'.repeat(64)}`],
});
