// JumpCloud: API keys, 40 hex digits near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const jumpcloudKey = defineRule({
  id: 'jumpcloud-key',
  title: 'JumpCloud API key',
  provider: 'JumpCloud',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['jumpcloud'],
  pattern:
    /jumpcloud[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://jumpcloud.com/support/jumpcloud-apis1'],
  match: [`JUMPCLOUD_API_KEY=«${sample('hex', 40)}»`, `jumpcloud_api_key: "«${sample('hex', 40, 2)}»"`],
  noMatch: [`jumpcloud ${sample('hex', 40)}`, `JUMPCLOUD_API_KEY=${'x'.repeat(40)}`],
});
