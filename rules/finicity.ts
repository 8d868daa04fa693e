// Finicity: app keys and partner secrets, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const finicitySecret = defineRule({
  id: 'finicity-secret',
  title: 'Finicity app key or partner secret',
  provider: 'Finicity',
  severity: 'high',
  confidence: 'medium',
  keywords: ['finicity'],
  pattern:
    /finicity[\w.-]{0,32}(?:key|token|secret|auth|pass|pwd|credential)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32}|[A-Za-z0-9]{20})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://developer.mastercard.com/open-finance-us/documentation/'],
  match: [`FINICITY_APP_KEY=«${sample('hex', 32)}»`, `{"finicityPartnerSecret": "«${sample('base62', 20)}»"}`],
  noMatch: [`FINICITY_APP_KEY=${'x'.repeat(32)}`, `finicity_customer: ${sample('hex', 32)}`],
});
