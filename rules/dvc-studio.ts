// DVC Studio: access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dvcStudioToken = defineRule({
  id: 'dvc-studio-token',
  title: 'DVC Studio access token',
  provider: 'DVC Studio',
  severity: 'low',
  keywords: ['isat_'],
  pattern: /(?<![A-Za-z0-9_])isat_[A-Za-z0-9]{40,60}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://dvc.org/doc/studio'],
  match: [
    `DVC_STUDIO_TOKEN=«isat_${sample('base62', 49)}»`,
    `dvc config studio.token «isat_${sample('base62', 44, 2)}»`,
  ],
  noMatch: [`isat_${sample('base62', 20)}`, `isat_${'x'.repeat(49)}`],
});
