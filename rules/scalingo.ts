// Scalingo: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const scalingoApiToken = defineRule({
  id: 'scalingo-api-token',
  title: 'Scalingo API token',
  provider: 'Scalingo',
  severity: 'high',
  keywords: ['tk-us-'],
  pattern: /(?<![A-Za-z0-9_-])tk-us-[\w-]{48}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://developers.scalingo.com'],
  match: [
    `SCALINGO_API_TOKEN=«tk-us-${sample('base64url', 48)}»`,
    `export SCALINGO_API_TOKEN="«tk-us-${sample('base64url', 48, 2)}»"`,
  ],
  noMatch: [`tk-us-${'x'.repeat(48)}`, `tk-us-${sample('base64url', 47, 3)}`],
});
