// Codacy: API and project tokens near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const codacyToken = defineRule({
  id: 'codacy-token',
  title: 'Codacy API token',
  provider: 'Codacy',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['codacy'],
  pattern:
    /codacy[\w .-]{0,20}(?:token|key|secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{20,32})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.codacy.com/codacy-api/api-tokens/'],
  match: [`CODACY_API_TOKEN=«${sample('base62', 20)}»`, `codacy-project-token: '«${sample('base62', 20, 2)}»'`],
  noMatch: [`codacy ${sample('base62', 20)}`, `CODACY_API_TOKEN=${'x'.repeat(20)}`],
});
