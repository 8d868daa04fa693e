// Adafruit IO: keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const adafruitIoKey = defineRule({
  id: 'adafruit-io-key',
  title: 'Adafruit IO key',
  provider: 'Adafruit IO',
  severity: 'medium',
  keywords: ['aio_'],
  pattern: /(?<![A-Za-z0-9])aio_[A-Za-z0-9]{28}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.4,
  references: ['https://io.adafruit.com/api/docs/'],
  match: [`ADAFRUIT_IO_KEY=«aio_${sample('base62', 28)}»`, `export ADAFRUIT_IO_KEY="«aio_${sample('base62', 28, 2)}»"`],
  noMatch: [`aio_${'x'.repeat(28)}`, `aio_${sample('base62', 27, 3)}`],
});
