// Sauce Labs: access keys, UUIDs by their name.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const saucelabsKey = defineRule({
  id: 'saucelabs-key',
  title: 'Sauce Labs access key',
  provider: 'Sauce Labs',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['sauce'],
  pattern:
    /sauce[\w.-]{0,24}(?:key|token|secret)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.saucelabs.com'],
  match: [`SAUCE_ACCESS_KEY=«${sampleUuid()}»`, `sauceLabsAccessKey: '«${sampleUuid(2)}»'`],
  noMatch: [`sauce ${sampleUuid()}`, `SAUCE_BUILD_ID=${sampleUuid(2)}`],
});
