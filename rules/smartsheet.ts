// Smartsheet: access tokens near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const smartsheetToken = defineRule({
  id: 'smartsheet-token',
  title: 'Smartsheet access token',
  provider: 'Smartsheet',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['smartsheet'],
  pattern:
    /smartsheet[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{37}|[A-Za-z0-9]{26})(?![\w.(-])/i,
  minEntropy: 3.5,
  references: ['https://developers.smartsheet.com'],
  match: [`SMARTSHEET_ACCESS_TOKEN=«${sample('base62', 37)}»`, `"smartsheetToken": "«${sample('base62', 26)}»"`],
  noMatch: [`smartsheet ${sample('base62', 37)}`, `smartsheet/${sample('base62', 26)}`],
});
