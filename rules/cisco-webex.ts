// Cisco Webex: bot token: 64 characters, 4 characters and a UUID.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const webexToken = defineRule({
  id: 'webex-token',
  title: 'Webex bot token',
  provider: 'Cisco Webex',
  severity: 'high',
  confidence: 'medium',
  keywords: ['webex'],
  pattern:
    /(?<![A-Za-z0-9])webex[\w.-]{0,40}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?:access_token[ \t]{0,2}=[ \t]{0,2}["']?)?(?<secret>[A-Za-z0-9]{64}_[A-Za-z0-9]{4}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: ['https://developer.webex.com/docs/bots'],
  match: [
    `WEBEX_TOKEN=«${sample('base62', 64)}_PF84_${sampleUuid()}»`,
    `api = WebexTeamsAPI(access_token='«${sample('base62', 64, 2)}_P0A1_${sampleUuid(2)}»')`,
  ],
  noMatch: [`webex ${sample('base62', 64)}_PF84_${sampleUuid()}`, `WEBEX_TOKEN=${'x'.repeat(64)}_PF84`],
});
