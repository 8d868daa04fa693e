// Segment: token of the Public API, which is a secret in spite of that name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const segmentPublicApiToken = defineRule({
  id: 'segment-public-api-token',
  title: 'Segment Public API token',
  provider: 'Segment',
  severity: 'high',
  keywords: ['sgp_'],
  pattern: /(?<![A-Za-z0-9])sgp_[A-Za-z0-9]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.segmentapis.com'],
  match: [
    `SEGMENT_TOKEN=«${'sgp_'}${sample('base62', 64)}»`,
    `"public_api_token": "«${'sgp_'}${sample('base62', 64, 2)}»"`,
  ],
  noMatch: [`sgp_${sample('base62', 60)}`, `sgp_${'x'.repeat(64)}`],
});
