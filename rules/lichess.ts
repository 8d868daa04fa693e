// Lichess: personal (lip_) and OAuth (lio_) tokens; the prefixes are short, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const lichessToken = defineRule({
  id: 'lichess-token',
  title: 'Lichess API token',
  provider: 'Lichess',
  severity: 'low',
  keywords: ['lip_', 'lio_'],
  pattern: /(?<![A-Za-z0-9_-])li[po]_(?=[A-Za-z]{0,15}\d)[A-Za-z0-9]{16,60}(?![\w-])/,
  minEntropy: 3,
  near: { words: ['lichess'], before: 600, after: 300 },
  references: ['https://lichess.org/api'],
  match: [
    `LICHESS_TOKEN=«lip_${sample('base62', 20)}»`,
    `berserk.TokenSession('«lio_${sample('base62', 32, 2)}»')  # lichess.org`,
  ],
  noMatch: [`lip_${sample('base62', 10)}`, `lio_${sample('base62', 32)}`],
});
