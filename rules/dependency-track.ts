// OWASP Dependency-Track: API key, in the newer form with a public id first.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dependencyTrackKey = defineRule({
  id: 'dependency-track-key',
  title: 'Dependency-Track API key',
  provider: 'Dependency-Track',
  severity: 'medium',
  keywords: ['odt_'],
  pattern: /(?<![A-Za-z0-9_])odt_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32,255}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.dependencytrack.org'],
  match: [
    `X-Api-Key: «${'odt_'}${sample('base62', 32)}»`,
    `DTRACK_API_KEY=«${'odt_'}${sample('base62', 8, 2)}_${sample('base62', 32, 2)}»`,
  ],
  noMatch: [`odt_${sample('base62', 24)}`, `odt_${'x'.repeat(32)}`],
});
