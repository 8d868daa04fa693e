// Sourcegraph: access tokens in three shapes (Segment shares the sgp_ prefix) and Cody keys.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sourcegraphAccessToken = defineRule({
  id: 'sourcegraph-access-token',
  title: 'Sourcegraph access token',
  provider: 'Sourcegraph',
  severity: 'high',
  keywords: ['sgp_'],
  pattern: /(?<![A-Za-z0-9])sgp_(?:local_|[0-9a-f]{16}_)?[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token'],
  match: [
    `SRC_ACCESS_TOKEN=«sgp_${sample('hex', 16)}_${sample('hex', 40)}»`,
    `Authorization: token «sgp_${sample('hex', 40, 2)}»`,
    `{"token": "«sgp_local_${sample('hex', 40, 3)}»"}`,
  ],
  noMatch: [`sgp_${'x'.repeat(40)}`, `sgp_${sample('hex', 39)}`],
});

export const sourcegraphCodyKey = defineRule({
  id: 'sourcegraph-cody-key',
  title: 'Sourcegraph Cody key',
  provider: 'Sourcegraph',
  severity: 'high',
  keywords: ['slk_'],
  pattern: /(?<![A-Za-z0-9])slk_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://sourcegraph.com/docs/cody'],
  match: [`CODY_LICENSE_TOKEN=«slk_${sample('hex', 64)}»`, `const codyLicenseToken = '«slk_${sample('hex', 64, 2)}»';`],
  noMatch: [`slk_${'x'.repeat(64)}`, `slk_${sample('hex', 63, 3)}`],
});

export const sourcegraphTokenResponse = defineResponse({
  id: 'sourcegraph-token',
  title: 'Sourcegraph access token',
  rules: ['sourcegraph-access-token', 'sourcegraph-cody-key'],
  names: ['SRC_ACCESS_TOKEN', 'SOURCEGRAPH_TOKEN', 'SOURCEGRAPH_*'],
  revoke: { page: 'https://sourcegraph.com/user/settings/tokens', command: null, api: null },
  rotate: [
    'Settings, Access tokens of your user on that instance: delete the leaked one, create another.',
    'Check with a call that the old one is refused.',
  ],
  reach: 'Code that its user can search on that instance.',
  breaks: 'Tools with the token.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://sourcegraph.com/docs/cli/how-tos/revoking_an_access_token',
  sources: ['https://sourcegraph.com/docs/cli/how-tos/revoking_an_access_token'],
});
