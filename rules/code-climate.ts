// Code Climate: reporter ids and API tokens, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const codeclimateToken = defineRule({
  id: 'codeclimate-token',
  title: 'Code Climate token',
  provider: 'Code Climate',
  severity: 'low',
  confidence: 'medium',
  keywords: ['codeclimate', 'code_climate', 'cc_test_reporter_id'],
  pattern:
    /(?:cc_test_reporter_id|code_?climate[\w.-]{0,32}(?:token|key|secret|reporter_?id)[\w-]{0,12})["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{64}|[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.codeclimate.com'],
  match: [`CODECLIMATE_REPO_TOKEN=«${sample('hex', 64)}»`, `{"codeclimateApiToken": "«${sample('hex', 40)}»"}`],
  noMatch: [`CODECLIMATE_REPO_TOKEN=${'x'.repeat(64)}`, `codeclimate build ${sample('hex', 40)}`],
});
