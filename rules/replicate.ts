// Replicate: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const replicateApiToken = defineRule({
  id: 'replicate-api-token',
  title: 'Replicate API token',
  provider: 'Replicate',
  severity: 'high',
  keywords: ['r8_'],
  pattern: /(?<![A-Za-z0-9_-])r8_[A-Za-z0-9]{37}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://replicate.com/docs/reference/http#authentication'],
  match: [`REPLICATE_API_TOKEN=«r8_${sample('base62', 37)}»`, `Authorization: Bearer «r8_${sample('base62', 37, 2)}»`],
  noMatch: [`r8_${sample('base62', 36)}`, `r8_${'x'.repeat(37)}`],
});
