// Resend: API keys. The keywords carry a delimiter, since "re_" alone stands in many identifiers.

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
