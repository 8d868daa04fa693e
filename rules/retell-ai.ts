// Retell AI: API keys. `key_` is shared by many, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const retellApiKey = defineRule({
  id: 'retell-api-key',
  title: 'Retell AI API key',
  provider: 'Retell AI',
  severity: 'high',
  keywords: ['key_'],
  pattern: /(?<![A-Za-z0-9_])key_[0-9a-f]{28}(?![A-Za-z0-9_])/,
  near: { words: ['retell'], before: 200, after: 200 },
  minEntropy: 2.7,
  references: ['https://docs.retellai.com/accounts/api-keys-overview'],
  match: [`RETELL_API_KEY=«key_${sample('hex', 28)}»`, `new Retell({ apiKey: '«key_${sample('hex', 28, 2)}»' })`],
  noMatch: [`key_${sample('hex', 28)}`, `retell key_${sample('hex', 27)}`],
});
