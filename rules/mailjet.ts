// Mailjet: API keys and secrets near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mailjetSecret = defineRule({
  id: 'mailjet-secret',
  title: 'Mailjet API key or secret',
  provider: 'Mailjet',
  severity: 'high',
  confidence: 'medium',
  keywords: ['mailjet', 'mj_apikey_private'],
  pattern:
    /(?:mailjet[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}|mj_apikey_private)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://dev.mailjet.com/email/guides/'],
  match: [
    `MAILJET_SECRET_KEY=«${sample('hex', 32)}»`,
    `MJ_APIKEY_PRIVATE='«${sample('hex', 32, 2)}»'`,
    `"mailjetApiSecret": "«${sample('hex', 32, 3)}»"`,
  ],
  noMatch: [`mailjet ${sample('hex', 32)}`, `mailjet/${sample('hex', 32)}`],
});
