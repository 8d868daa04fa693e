// Sinch: API tokens near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sinchSecret = defineRule({
  id: 'sinch-secret',
  title: 'Sinch API token',
  provider: 'Sinch',
  severity: 'high',
  confidence: 'medium',
  keywords: ['sinch'],
  pattern:
    /(?<![A-Za-z0-9])sinch[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.sinch.com'],
  match: [`SINCH_API_TOKEN=«${sample('hex', 32)}»`, `"sinchAppSecret": "«${sample('hex', 32, 2)}»"`],
  noMatch: [`sinch plan ${sample('hex', 32)}`, `sinch/${sample('hex', 32)}`],
});
