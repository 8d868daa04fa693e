// Highnote: keys whose body is base64 of "key_…". WorkOS keys have the same shape, so Highnote's name must be near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://highnote.com/docs';

export const highnoteKey = defineRule({
  id: 'highnote-key',
  title: 'Highnote live secret or restricted key',
  provider: 'Highnote',
  severity: 'critical',
  keywords: ['sk_live_a2V5Xz', 'rk_live_a2V5Xz'],
  pattern: /(?<![A-Za-z0-9])[sr]k_live_a2V5Xz[A-Za-z0-9+/]{56,75}={0,2}(?![A-Za-z0-9+/=_])/,
  minEntropy: 3.8,
  near: { words: ['highnote'], before: 300, after: 200 },
  references: [DOCS],
  match: [`HIGHNOTE_API_KEY=«rk_live_${body(1)}»`, `"highnote": {"secret": "«rk_live_${body(2)}»"}`],
  noMatch: [`rk_live_a2V5Xz${sample('base62', 30)}`, `rk_live_a2V5X${sample('base62', 80)}`],
});

export const highnoteKeyTest = defineRule({
  id: 'highnote-key-test',
  title: 'Highnote sandbox secret or restricted key',
  provider: 'Highnote',
  severity: 'low',
  keywords: ['sk_test_a2V5Xz', 'rk_test_a2V5Xz'],
  pattern: /(?<![A-Za-z0-9])[sr]k_test_a2V5Xz[A-Za-z0-9+/]{56,75}={0,2}(?![A-Za-z0-9+/=_])/,
  minEntropy: 3.8,
  near: { words: ['highnote'], before: 300, after: 200 },
  references: [DOCS],
  match: [`HIGHNOTE_API_KEY=«rk_test_${body(3)}»`, `highnote_key: «rk_test_${body(4)}»`],
  noMatch: [`rk_test_a2V5Xz${sample('base62', 30)}`, `rk_test_a2V5X${sample('base62', 80)}`],
});

function body(seed: number): string {
  return Buffer.from(`key_01${sample('upperAlnum', 24, seed)},${sample('base62', 24, seed)}`).toString('base64');
}
