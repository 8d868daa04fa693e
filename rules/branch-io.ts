// Branch.io: keys that apps carry; the prefix is used by others too, so Branch's name must be near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const branchKey = defineRule({
  id: 'branch-key',
  title: 'Branch.io key',
  provider: 'Branch.io',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['key_live_', 'key_test_'],
  pattern: /(?<![A-Za-z0-9_])key_(?:live|test)_[A-Za-z0-9]{16,40}(?![A-Za-z0-9_])/,
  minEntropy: 3,
  near: { words: ['branch'], before: 300, after: 200 },
  references: ['https://help.branch.io'],
  match: [`BRANCH_KEY=«key_live_${sample('base62', 32)}»`, `branch.init('«key_live_${sample('base62', 32, 2)}»');`],
  noMatch: [`key_live_${sample('base62', 15)}`, `key_live_${'x'.repeat(32)}`],
});
