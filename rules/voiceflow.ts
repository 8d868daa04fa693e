// Voiceflow: API keys of 24 hex digits, a dot and 16 characters.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const voiceflowKey = defineRule({
  id: 'voiceflow-key',
  title: 'Voiceflow API key',
  provider: 'Voiceflow',
  severity: 'medium',
  keywords: ['VF.'],
  pattern: /(?<![A-Za-z0-9.])VF\.(?:(?:DM|WS)\.){0,1}[0-9a-f]{24}\.[A-Za-z0-9]{16}(?![\w.-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.voiceflow.com'],
  match: [
    `VOICEFLOW_API_KEY=«VF.DM.${sample('hex', 24)}.${sample('base62', 16)}»`,
    `Authorization: «VF.${sample('hex', 24, 2)}.${sample('base62', 16, 2)}»`,
  ],
  noMatch: [`VF.DM.${sample('hex', 24)}`, `VF.WS.${sample('hex', 20)}.${sample('base62', 16)}`],
});
