// UpCloud: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const upcloudApiToken = defineRule({
  id: 'upcloud-api-token',
  title: 'UpCloud API token',
  provider: 'UpCloud',
  severity: 'high',
  keywords: ['ucat_'],
  pattern: /(?<![A-Za-z0-9])ucat_[A-Za-z0-9]{24,32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://upcloud.com/docs'],
  match: [`UPCLOUD_TOKEN=«ucat_01${sample('base62', 24)}»`, `Authorization: Bearer «ucat_${sample('base62', 30)}»`],
  noMatch: [`ucat_${sample('base62', 12)}`, `ucat_${'x'.repeat(26)}`],
});
