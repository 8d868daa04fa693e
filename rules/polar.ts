// Polar: access tokens. The body starts with letters and digits only, which keeps snake_case names out.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const polarToken = defineRule({
  id: 'polar-token',
  title: 'Polar access token',
  provider: 'Polar',
  severity: 'high',
  keywords: ['polar_oat_', 'polar_pat_', 'polar_at_'],
  pattern: /(?<![A-Za-z0-9_])polar_(?:oat|pat|at(?:_[a-z])?)_[A-Za-z0-9]{16}[A-Za-z0-9_-]{4,84}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://docs.polar.sh'],
  match: [
    `POLAR_ACCESS_TOKEN=«${'polar_oat_'}${sample('base62', 43)}»`,
    `accessToken: '«${'polar_pat_'}${sample('base62', 43, 2)}»'`,
  ],
  noMatch: [`polar_oat_${sample('base62', 15)}`, 'polar_at_the_north_of_the_map_view_2'],
});
