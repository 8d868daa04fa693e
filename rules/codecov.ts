// Codecov: upload tokens, which are bare UUIDs and need the name in front.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const codecovToken = defineRule({
  id: 'codecov-token',
  title: 'Codecov upload token',
  provider: 'Codecov',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['codecov'],
  pattern:
    /codecov(?:[\w.-]{0,32}token[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|:[ \t]{0,4}\r?\n[ \t]{1,8}token:[ \t]{1,4}["']?)(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.codecov.com/docs/codecov-tokens'],
  match: [`CODECOV_TOKEN=«${sampleUuid()}»`, `codecov:\n  token: «${sampleUuid(2)}»`],
  noMatch: ['CODECOV_TOKEN=00000000-0000-0000-0000-000000000000', `codecov_report: ${sampleUuid()}`],
});
