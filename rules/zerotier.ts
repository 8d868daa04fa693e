// ZeroTier: API tokens, 32 characters near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zerotierToken = defineRule({
  id: 'zerotier-token',
  title: 'ZeroTier API token',
  provider: 'ZeroTier',
  severity: 'high',
  confidence: 'medium',
  keywords: ['zerotier'],
  pattern:
    /zerotier[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.zerotier.com/api/tokens'],
  match: [`ZEROTIER_API_TOKEN=«${sample('base62', 32)}»`, `zerotier_central_token: "«${sample('base62', 32, 2)}»"`],
  noMatch: [`zerotier ${sample('base62', 32)}`, `ZEROTIER_API_TOKEN=${'x'.repeat(32)}`],
});
