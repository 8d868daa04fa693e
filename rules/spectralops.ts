// SpectralOps: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const spectralopsKey = defineRule({
  id: 'spectralops-key',
  title: 'SpectralOps API key',
  provider: 'SpectralOps',
  severity: 'medium',
  keywords: ['spu-'],
  pattern: /(?<![\w-])spu-[a-z0-9]{32}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://spectralops.io'],
  match: [
    `SPECTRAL_DSN=https://get.spectralops.io/?key=«spu-${sample('hex', 32)}»`,
    `token: «spu-${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`spu-${sample('hex', 31)}`, `spu-${'x'.repeat(32)}`],
});
