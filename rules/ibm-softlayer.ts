// IBM SoftLayer: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const softlayerCredentials = defineRule({
  id: 'softlayer-credentials',
  title: 'SoftLayer API key',
  provider: 'IBM SoftLayer',
  severity: 'high',
  confidence: 'medium',
  keywords: ['softlayer', 'sl_api_key', 'sl_apikey'],
  pattern:
    /(?<![A-Za-z0-9])(?:softlayer[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}|sl_api_?key)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[a-z0-9]{64})(?![\w.(-])/i,
  minEntropy: 3.2,
  references: ['https://sldn.softlayer.com'],
  match: [`SL_API_KEY=«${sample('lowerAlnum', 64)}»`, `"softlayerApiKey": "«${sample('hex', 64)}»"`],
  noMatch: [`softlayer ${sample('hex', 64)}`, `softlayer/${sample('hex', 64)}`],
});
