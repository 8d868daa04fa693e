// Endor Labs: API keys and their secrets have the same shape.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const endorlabsKey = defineRule({
  id: 'endorlabs-key',
  title: 'Endor Labs API key or secret',
  provider: 'Endor Labs',
  severity: 'high',
  keywords: ['endr+'],
  pattern: /(?<![A-Za-z0-9])endr\+[A-Za-z0-9-]{16}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.1,
  references: ['https://docs.endorlabs.com'],
  match: [`ENDOR_API_CREDENTIALS_KEY=«endr+${sample('base62', 16)}»`, `"secret": "«endr+${sample('base62', 16, 2)}»"`],
  noMatch: [`endr+${sample('base62', 15)}`, `endr+${'x'.repeat(16)}`],
});
