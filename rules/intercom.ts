// Intercom: access tokens, base64 of `tok:` and 40 more bytes.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const intercomAccessToken = defineRule({
  id: 'intercom-access-token',
  title: 'Intercom access token',
  provider: 'Intercom',
  severity: 'high',
  keywords: ['dG9rO'],
  pattern: /(?<![A-Za-z0-9+/_-])dG9rO[g-v][A-Za-z0-9+/]{53}=(?![A-Za-z0-9+/=])/,
  minEntropy: 3,
  references: ['https://developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
  match: [
    `INTERCOM_ACCESS_TOKEN=«${Buffer.from(`tok:${sample('hex', 40)}`).toString('base64')}»`,
    `Authorization: Bearer «${Buffer.from(`tok:${sample('hex', 40, 2)}`).toString('base64')}»`,
  ],
  noMatch: [`dG9rOm${sample('base64', 30)}`, `dG9rOm${sample('base64', 54)}`],
});
