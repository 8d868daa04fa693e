// Unkey: root key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const unkeyRootKey = defineRule({
  id: 'unkey-root-key',
  title: 'Unkey root key',
  provider: 'Unkey',
  severity: 'high',
  keywords: ['unkey_'],
  pattern: /(?<![A-Za-z0-9_])unkey_(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{20,32}(?![A-Za-z0-9_])/,
  minEntropy: 3,
  references: ['https://www.unkey.com/docs'],
  match: [
    `UNKEY_ROOT_KEY=«${'unkey_'}${sample('base62', 22)}»`,
    `new Unkey({ rootKey: '«${'unkey_'}${sample('base62', 24, 2)}»' });`,
  ],
  noMatch: [`unkey_${sample('base62', 12)}`, `unkey_${'x'.repeat(24)}`],
});
