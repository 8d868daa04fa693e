// LogicMonitor: access keys and bearer tokens, a short prefix and printable characters, so the name must be near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const logicmonitorToken = defineRule({
  id: 'logicmonitor-token',
  title: 'LogicMonitor access key or bearer token',
  provider: 'LogicMonitor',
  severity: 'high',
  keywords: ['lma_', 'lmb_'],
  pattern:
    /(?<![A-Za-z0-9])lm[ab]_[\x21\x23-\x26\x28-\x2b\x2d-\x3a\x3d\x3f-\x5b\x5d-\x5f\x61-\x7e]{30,120}(?![\x21\x23-\x26\x28-\x2b\x2d-\x3a\x3d\x3f-\x5b\x5d-\x5f\x61-\x7e])/,
  minEntropy: 3.4,
  near: { words: ['logicmonitor'], before: 300, after: 300 },
  references: ['https://www.logicmonitor.com/support/rest-api-developers-guide'],
  match: [
    `LOGICMONITOR_ACCESS_KEY="«lma_${sample('base62', 20)}^${sample('base62', 20, 2)}»"`,
    `{"logicmonitor": {"bearer": "«lmb_${sample('base64', 60)}»"}}`,
  ],
  noMatch: [`lma_${'x'.repeat(40)}`, `lmb_${sample('base62', 20)}`],
});
