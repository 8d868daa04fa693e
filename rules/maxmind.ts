// MaxMind: licence keys, which end in _mmk.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const maxmindLicenseKey = defineRule({
  id: 'maxmind-license-key',
  title: 'MaxMind license key',
  provider: 'MaxMind',
  severity: 'medium',
  keywords: ['_mmk'],
  pattern: /(?<![A-Za-z0-9_])[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?![A-Za-z0-9_])/,
  before: 36,
  minEntropy: 3.4,
  references: ['https://support.maxmind.com/hc/en-us/articles/4407111582235'],
  match: [
    `MAXMIND_LICENSE_KEY=«${sample('base62', 6)}_${sample('base62', 29)}_mmk»`,
    `LicenseKey «${sample('base62', 6, 2)}_${sample('base62', 29, 2)}_mmk»`,
  ],
  noMatch: [`${'x'.repeat(6)}_${'x'.repeat(29)}_mmk`, `${sample('base62', 6)}_${sample('base62', 20)}_mmk`],
});
