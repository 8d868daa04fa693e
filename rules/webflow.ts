// Webflow: API tokens, 64 hex digits near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const webflowToken = defineRule({
  id: 'webflow-token',
  title: 'Webflow API token',
  provider: 'Webflow',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['webflow'],
  pattern:
    /webflow[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.webflow.com'],
  match: [`WEBFLOW_API_TOKEN=«${sample('hex', 64)}»`, `new Webflow({ webflowToken: '«${sample('hex', 64, 2)}»' })`],
  noMatch: [`webflow ${sample('hex', 64)}`, `WEBFLOW_API_TOKEN=${'x'.repeat(64)}`],
});
