// Sendbird: API tokens, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sendbirdApiToken = defineRule({
  id: 'sendbird-api-token',
  title: 'Sendbird API token',
  provider: 'Sendbird',
  severity: 'high',
  confidence: 'medium',
  keywords: ['sendbird'],
  pattern:
    /sendbird[\w.-]{0,32}(?:token|key|secret)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://sendbird.com/docs'],
  match: [`SENDBIRD_API_TOKEN=«${sample('hex', 40)}»`, `{"sendbirdApiToken": "«${sample('hex', 40, 2)}»"}`],
  noMatch: [`SENDBIRD_API_TOKEN=${'x'.repeat(40)}`, `sendbird_channel: ${sample('hex', 40)}`],
});
