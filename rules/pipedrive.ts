// Pipedrive: API tokens, 40 hex digits near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pipedriveToken = defineRule({
  id: 'pipedrive-token',
  title: 'Pipedrive API token',
  provider: 'Pipedrive',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['pipedrive'],
  pattern:
    /pipedrive[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.pipedrive.com'],
  match: [`PIPEDRIVE_API_TOKEN=«${sample('hex', 40)}»`, `pipedriveToken: '«${sample('hex', 40, 2)}»'`],
  noMatch: [`pipedrive ${sample('hex', 40)}`, `PIPEDRIVE_API_TOKEN=${'x'.repeat(40)}`],
});
