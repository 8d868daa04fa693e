// WunderGraph Cosmo: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const wundergraphKey = defineRule({
  id: 'wundergraph-key',
  title: 'WunderGraph Cosmo API key',
  provider: 'WunderGraph Cosmo',
  severity: 'medium',
  keywords: ['cosmo_'],
  pattern: /(?<![A-Za-z0-9])cosmo_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://cosmo-docs.wundergraph.com'],
  match: [`COSMO_API_KEY=«cosmo_${sample('hex', 32)}»`, `apiKey: "«cosmo_${sample('hex', 32, 2)}»"`],
  noMatch: [`cosmo_${sample('hex', 31)}`, `cosmo_${'a'.repeat(32)}`],
});
