// Raycast: access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const raycastToken = defineRule({
  id: 'raycast-token',
  title: 'Raycast access token',
  provider: 'Raycast',
  severity: 'low',
  keywords: ['rca_'],
  pattern: /(?<![A-Za-z0-9])rca_[0-9a-f]{32,80}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: ['https://developers.raycast.com'],
  match: [`RAYCAST_ACCESS_TOKEN=«rca_${sample('hex', 56)}»`, `{"raycastAccessToken": "«rca_${sample('hex', 56, 2)}»"}`],
  noMatch: [`rca_${'x'.repeat(56)}`, `rca_${sample('hex', 31, 3)}`],
});
