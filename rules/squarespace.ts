// Squarespace: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const squarespaceKey = defineRule({
  id: 'squarespace-key',
  title: 'Squarespace API key',
  provider: 'Squarespace',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['squarespace'],
  pattern:
    /squarespace[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://developers.squarespace.com'],
  match: [`SQUARESPACE_API_KEY=«${sampleUuid()}»`, `"squarespaceToken": "«${sampleUuid(2)}»"`],
  noMatch: [`squarespace ${sampleUuid()}`, `squarespace.com/site/${sampleUuid()}`],
});
