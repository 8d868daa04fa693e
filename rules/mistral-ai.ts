// Mistral AI: API key, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mistralApiKey = defineRule({
  id: 'mistral-api-key',
  title: 'Mistral AI API key',
  provider: 'Mistral AI',
  severity: 'high',
  confidence: 'medium',
  keywords: ['mistral'],
  pattern:
    /(?<![A-Za-z0-9])mistral[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: ['https://docs.mistral.ai'],
  match: [`MISTRAL_API_KEY=«${sample('base62', 32)}»`, `"mistralApiKey": "«${sample('base62', 32, 2)}»"`],
  noMatch: [`mistral ${sample('base62', 32)}`, `MISTRAL_API_KEY=${'x'.repeat(32)}`],
});
