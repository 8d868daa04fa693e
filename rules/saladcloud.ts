// SaladCloud: API keys, whose last six characters are a CRC-32 of the token part.

import { defineRule } from '../src/rule.js';
import { sample, sampleCrcToken } from '../src/sample.js';

export const saladCloudKey = defineRule({
  id: 'salad-cloud-key',
  title: 'SaladCloud API key',
  provider: 'SaladCloud',
  severity: 'high',
  keywords: ['salad_cloud_'],
  pattern: /(?<![A-Za-z0-9])salad_cloud_[A-Za-z0-9]{1,7}_[A-Za-z0-9]{20,237}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-rest',
  minEntropy: 3.1,
  references: ['https://docs.salad.com'],
  match: [
    `SALAD_API_KEY=«${sampleCrcToken('salad_cloud_acme_', 40)}»`,
    `Salad-Api-Key: «${sampleCrcToken('salad_cloud_user_', 40, 2)}»`,
  ],
  noMatch: [`salad_cloud_acme_${'x'.repeat(46)}`, `salad_cloud_acme_${sample('base62', 12)}`],
});
