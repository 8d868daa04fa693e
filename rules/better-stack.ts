// Better Stack (Better Uptime, Logtail): API tokens, 24 characters near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const betterstackToken = defineRule({
  id: 'betterstack-token',
  title: 'Better Stack API token',
  provider: 'Better Stack',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['betterstack', 'better_stack', 'betteruptime', 'better_uptime', 'logtail'],
  pattern:
    /(?:better[_-]{0,1}(?:stack|uptime)|logtail)[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{24})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://betterstack.com/docs/'],
  match: [
    `LOGTAIL_SOURCE_TOKEN=«${sample('base62', 24)}»`,
    `betteruptime_api_token = "«${sample('base62', 24, 2)}»"`,
    `BETTER_STACK_TOKEN: '«${sample('base62', 24, 3)}»'`,
  ],
  noMatch: [`betterstack ${sample('base62', 24)}`, `LOGTAIL_SOURCE_TOKEN=${'x'.repeat(24)}`],
});
