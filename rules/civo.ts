// Civo: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const civoApiKey = defineRule({
  id: 'civo-api-key',
  title: 'Civo API key',
  provider: 'Civo',
  severity: 'high',
  confidence: 'medium',
  keywords: ['civo'],
  pattern:
    /(?<![A-Za-z0-9])civo[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{50})(?![\w.(-])/i,
  minEntropy: 4.2,
  references: ['https://www.civo.com/docs/account/api-keys'],
  match: [`CIVO_TOKEN=«${sample('base62', 50)}»`, `"civoApiKey": "«${sample('base62', 50, 2)}»"`],
  noMatch: [`civo ${sample('base62', 50)}`, `civo/${sample('base62', 50)}`],
});
