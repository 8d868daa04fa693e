// Wasabi: secret keys, 40 characters near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const wasabiKey = defineRule({
  id: 'wasabi-key',
  title: 'Wasabi secret key',
  provider: 'Wasabi',
  severity: 'high',
  confidence: 'medium',
  keywords: ['wasabi'],
  pattern:
    /wasabi[\w .-]{0,20}(?:secret|key|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{40})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.wasabi.com'],
  match: [`WASABI_SECRET_ACCESS_KEY=«${sample('base62', 40)}»`, `wasabi_secret_key: '«${sample('base62', 40, 2)}»'`],
  noMatch: [`wasabi ${sample('base62', 40)}`, `WASABI_SECRET_ACCESS_KEY=${'x'.repeat(40)}`],
});
