// Keybase: paper key, thirteen words.

import { defineRule } from '../src/rule.js';

const WORDS = [
  'orbit',
  'velvet',
  'marble',
  'canyon',
  'timber',
  'rocket',
  'gospel',
  'walnut',
  'fabric',
  'pigeon',
  'saddle',
];

function paperKey(shift: number): string {
  return Array.from({ length: 13 }, (_, i) => WORDS[(i * 7 + shift) % WORDS.length]).join(' ');
}

export const keybasePaperkey = defineRule({
  id: 'keybase-paperkey',
  title: 'Keybase paper key',
  provider: 'Keybase',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['keybase', 'paperkey', 'paper_key', 'paper-key', 'paper key'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Kk]eybase|KEYBASE|[Pp]aper[ _-]?[Kk]ey|PAPER_?KEY)[\w.-]{0,32}[\\"'\]]{0,3}(?:[ \t]{0,8}(?:=>|[:=,(])[ \t]{0,8}|[ \t]{1,4})[\\"'\x60]{0,2}(?<secret>(?:[a-z]{3,8} ){12}[a-z]{3,8})(?! ?[A-Za-z0-9])/,
  minEntropy: 3,
  references: ['https://keybase.io/docs'],
  match: [`KEYBASE_PAPERKEY="«${paperKey(1)}»"`, `keybase oneshot --username ci --paperkey "«${paperKey(2)}»"`],
  noMatch: ['keybase: the quick brown fox jumps over the lazy dog', `keybase: ${paperKey(3)} and more words`],
});
