// Todoist: API tokens, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const todoistToken = defineRule({
  id: 'todoist-token',
  title: 'Todoist API token',
  provider: 'Todoist',
  severity: 'low',
  confidence: 'medium',
  keywords: ['todoist'],
  pattern:
    /todoist[\w.-]{0,32}(?:token|key|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.todoist.com'],
  match: [`TODOIST_API_TOKEN=«${sample('hex', 40)}»`, `const todoistToken = '«${sample('hex', 40, 2)}»';`],
  noMatch: [`TODOIST_API_TOKEN=${'x'.repeat(40)}`, `todoist commit ${sample('hex', 40)}`],
});
