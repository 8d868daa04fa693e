// Nylas: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const nylasKey = defineRule({
  id: 'nylas-key',
  title: 'Nylas API key',
  provider: 'Nylas',
  severity: 'high',
  keywords: ['nyk_'],
  pattern: /(?<![A-Za-z0-9_])nyk_(?:v0_[A-Za-z0-9]{64}|[A-Za-z0-9]{67})(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.4,
  references: ['https://developer.nylas.com'],
  match: [`NYLAS_API_KEY=«nyk_v0_${sample('base62', 64)}»`, `Authorization: Bearer «nyk_${sample('base62', 67, 2)}»`],
  noMatch: [`nyk_v0_${sample('base62', 30)}`, `nyk_v0_${'x'.repeat(64)}`],
});
