// FriendliAI: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const friendliKey = defineRule({
  id: 'friendli-key',
  title: 'FriendliAI API key',
  provider: 'FriendliAI',
  severity: 'medium',
  keywords: ['flp_'],
  pattern: /(?<![A-Za-z0-9])flp_[A-Za-z0-9]{46}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.1,
  references: ['https://friendli.ai/docs'],
  match: [`FRIENDLI_TOKEN=«flp_${sample('base62', 46)}»`, `token: "«flp_${sample('base62', 46, 2)}»"`],
  noMatch: [`flp_${sample('base62', 45)}`, `flp_${'x'.repeat(46)}`],
});
