// Runway: API keys; the length tells them from the other keys that begin with `key_`.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const runwayApiKey = defineRule({
  id: 'runway-api-key',
  title: 'Runway API key',
  provider: 'Runway',
  severity: 'high',
  keywords: ['key_'],
  pattern: /(?<![A-Za-z0-9_])key_[0-9a-f]{128}(?![A-Za-z0-9_])/,
  minEntropy: 3.4,
  references: ['https://docs.dev.runwayml.com'],
  match: [`RUNWAYML_API_SECRET=«key_${sample('hex', 128)}»`, `Authorization: Bearer «key_${sample('hex', 128, 2)}»`],
  noMatch: [`key_${sample('hex', 127)}`, `key_${sample('hex', 20)}`],
});
