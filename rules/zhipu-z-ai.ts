// Zhipu (Z.ai): API key: 32 hex digits, a dot, 16 characters.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zhipuApiKey = defineRule({
  id: 'zhipu-api-key',
  title: 'Zhipu API key',
  provider: 'Zhipu / Z.ai',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['zhipu', 'bigmodel', 'glm_', 'zai_', 'z.ai', 'z_ai'],
  pattern:
    /(?<![A-Za-z0-9])(?:zhipu|bigmodel|glm_|zai_|z[._]ai)[\w.-]{0,32}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?:api_key[ \t]{0,2}=[ \t]{0,2}["']?)?(?<secret>[0-9a-f]{32}\.[A-Za-z0-9]{16})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.2,
  references: ['https://docs.z.ai'],
  match: [
    `ZHIPUAI_API_KEY=«${sample('hex', 32)}.${sample('base62', 16)}»`,
    `client = ZhipuAI(api_key="«${sample('hex', 32, 2)}.${sample('base62', 16, 2)}»")`,
  ],
  noMatch: [`zhipu ${sample('hex', 32)}.${sample('base62', 16)}`, `GLM_API_KEY=${'0'.repeat(32)}.${'x'.repeat(10)}`],
});
