// Frame.io: developer tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const frameioToken = defineRule({
  id: 'frameio-token',
  title: 'Frame.io developer token',
  provider: 'Frame.io',
  severity: 'high',
  keywords: ['fio-u-'],
  pattern: /(?<![A-Za-z0-9])fio-u-[\w-]{64}(?![\w-])/,
  distinctive: true,
  minEntropy: 4.4,
  references: ['https://developer.frame.io'],
  match: [`FRAMEIO_TOKEN=«fio-u-${sample('base64url', 64)}»`, `FrameioClient("«fio-u-${sample('base64url', 64, 2)}»")`],
  noMatch: [`fio-u-${sample('base62', 63)}`, `fio-u-${'x'.repeat(64)}`],
});
