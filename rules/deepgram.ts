// Deepgram: API keys, 40 hex digits near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const deepgramKey = defineRule({
  id: 'deepgram-key',
  title: 'Deepgram API key',
  provider: 'Deepgram',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['deepgram'],
  pattern:
    /deepgram[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.deepgram.com/docs/authenticating'],
  match: [`DEEPGRAM_API_KEY=«${sample('hex', 40)}»`, `new Deepgram({ deepgramKey: '«${sample('hex', 40, 2)}»' })`],
  noMatch: [`deepgram ${sample('hex', 40)}`, `DEEPGRAM_API_KEY=${'x'.repeat(40)}`],
});
