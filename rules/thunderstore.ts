// Thunderstore: API tokens; the prefix is short, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const thunderstoreToken = defineRule({
  id: 'thunderstore-token',
  title: 'Thunderstore API token',
  provider: 'Thunderstore',
  severity: 'medium',
  keywords: ['tss_'],
  pattern: /(?<![A-Za-z0-9_-])tss_(?=[A-Za-z]{0,19}\d)[A-Za-z0-9]{20,80}(?![\w-])/,
  minEntropy: 3,
  near: { words: ['thunderstore', 'tcli'], before: 400, after: 300 },
  references: ['https://thunderstore.io'],
  match: [`TCLI_AUTH_TOKEN=«tss_${sample('base62', 34)}»`, `thunderstore_token: «tss_${sample('base62', 34, 2)}»`],
  noMatch: [`tss_${sample('base62', 12)}`, `tss_${sample('base62', 34)}`],
});
