// BrowserStack: access key, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const browserstackKey = defineRule({
  id: 'browserstack-key',
  title: 'BrowserStack access key',
  provider: 'BrowserStack',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['browserstack'],
  pattern:
    /(?<![A-Za-z0-9])browserstack[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{20})(?![A-Za-z0-9_-])/i,
  minEntropy: 3,
  references: ['https://www.browserstack.com/docs'],
  match: [`BROWSERSTACK_ACCESS_KEY=«${sample('base62', 20)}»`, `'browserstack.key': '«${sample('base62', 20, 2)}»'`],
  noMatch: [`browserstack ${sample('base62', 20)}`, `BROWSERSTACK_ACCESS_KEY=${'x'.repeat(20)}`],
});
