// Amplitude: secret keys, 32 hex digits near the name; its API key is public.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const amplitudeSecretKey = defineRule({
  id: 'amplitude-secret-key',
  title: 'Amplitude secret key',
  provider: 'Amplitude',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['amplitude'],
  pattern:
    /amplitude[\w .-]{0,20}(?:secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://amplitude.com/docs/apis/authentication'],
  match: [`AMPLITUDE_SECRET_KEY=«${sample('hex', 32)}»`, `amplitudeSecret: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`amplitude ${sample('hex', 32)}`, `AMPLITUDE_SECRET_KEY=${'x'.repeat(32)}`],
});
