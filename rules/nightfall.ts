// Nightfall: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const nightfallKey = defineRule({
  id: 'nightfall-key',
  title: 'Nightfall API key',
  provider: 'Nightfall',
  severity: 'high',
  keywords: ['NF-'],
  pattern: /(?<![A-Za-z0-9_-])NF-[A-Za-z0-9]{32}(?![A-Za-z0-9_])/,
  minEntropy: 3.7,
  references: ['https://help.nightfall.ai'],
  match: [`NIGHTFALL_API_KEY=«NF-${sample('base62', 32)}»`, `nightfall_api_key: «NF-${sample('base62', 32, 2)}»`],
  noMatch: [`NF-${'x'.repeat(32)}`, `NF-${sample('base62', 31, 3)}`],
});
