// pganalyze: read-only API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pganalyzeReadKey = defineRule({
  id: 'pganalyze-read-key',
  title: 'pganalyze read-only API key',
  provider: 'pganalyze',
  severity: 'medium',
  keywords: ['pgar_'],
  pattern: /(?<![A-Za-z0-9_])pgar_[A-Za-z0-9]{27}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://pganalyze.com/docs/api'],
  match: [`PGANALYZE_API_KEY=«pgar_${sample('base62', 27)}»`, `Authorization: Token «pgar_${sample('base62', 27, 2)}»`],
  noMatch: [`pgar_${sample('base62', 26)}`, `pgar_${'x'.repeat(27)}`],
});
