// ThingsBoard: device access tokens, known by the name in front or by the device API URL.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const thingsboardToken = defineRule({
  id: 'thingsboard-token',
  title: 'ThingsBoard device access token',
  provider: 'ThingsBoard',
  severity: 'low',
  confidence: 'medium',
  keywords: ['thingsboard'],
  pattern:
    /thingsboard(?:[\w.-]{0,32}(?:token|key|secret)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|[\w.-]{0,40}(?::[0-9]{2,5})?\/api\/v1\/)(?<secret>[A-Za-z0-9]{20})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://thingsboard.io/docs/'],
  match: [
    `THINGSBOARD_ACCESS_TOKEN=«${sample('lowerAlnum', 20)}»`,
    `curl https://thingsboard.acme.io/api/v1/«${sample('lowerAlnum', 20, 2)}»/telemetry`,
  ],
  noMatch: [`THINGSBOARD_ACCESS_TOKEN=${'x'.repeat(20)}`, `thingsboard_device: ${sample('lowerAlnum', 20)}`],
});
