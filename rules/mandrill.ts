// Mandrill: API keys, a short prefix that is also part of CSS class names, so the name must stand in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mandrillApiKey = defineRule({
  id: 'mandrill-api-key',
  title: 'Mandrill API key',
  provider: 'Mandrill',
  severity: 'high',
  confidence: 'medium',
  keywords: ['mandrill', 'mailchimp_transactional', 'mailchimptransactional'],
  pattern:
    /(?:mandrill|Mandrill|MANDRILL|mailchimp_?transactional|MAILCHIMP_TRANSACTIONAL)[\w.-]{0,40}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>md-[\w-]{22})(?![\w-])/,
  minEntropy: 3.1,
  references: ['https://mailchimp.com/developer/transactional/'],
  match: [
    `MANDRILL_API_KEY=«md-${sample('base64url', 22)}»`,
    `client = mandrill.Mandrill("«md-${sample('base64url', 22, 2)}»")`,
  ],
  noMatch: [`MANDRILL_API_KEY=md-${'x'.repeat(22)}`, `mandrill md-${sample('base64url', 22)}`],
});
