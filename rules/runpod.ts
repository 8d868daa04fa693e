// RunPod: API keys. redirect.pizza shares the prefix; its tokens are shorter.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const runpodApiKey = defineRule({
  id: 'runpod-api-key',
  title: 'RunPod API key',
  provider: 'RunPod',
  severity: 'high',
  keywords: ['rpa_'],
  pattern: /(?<![A-Za-z0-9])rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://docs.runpod.io'],
  match: [
    `RUNPOD_API_KEY=«rpa_${sample('upperAlnum', 40)}${sample('base62', 6)}»`,
    `runpod.api_key = "«rpa_${sample('upperAlnum', 40, 2)}${sample('base62', 6, 2)}»"`,
  ],
  noMatch: [`rpa_${sample('upperAlnum', 39)}${sample('base62', 6)}`, `rpa_${'X'.repeat(46)}`],
});
