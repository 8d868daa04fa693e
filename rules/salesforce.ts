// Salesforce: session ids, refresh tokens and connected app consumer keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const salesforceAccessToken = defineRule({
  id: 'salesforce-access-token',
  title: 'Salesforce session id or access token',
  provider: 'Salesforce',
  severity: 'critical',
  keywords: ['00D'],
  pattern: /(?<![A-Za-z0-9])00D[A-Za-z0-9]{12}\\?![A-Za-z0-9._]{86,274}[A-Za-z0-9_](?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.5,
  references: ['https://help.salesforce.com/s/articleView?id=sf.remoteaccess_access_tokens.htm'],
  match: [
    `SF_ACCESS_TOKEN=«00D${sample('base62', 12)}!AQ${sample('base62', 40)}.${sample('base62', 53, 2)}»`,
    `Authorization: Bearer «00D${sample('base62', 12, 2)}!AR${sample('base62', 60, 3)}_${sample('base62', 40, 4)}»`,
  ],
  noMatch: [`00D${sample('base62', 12)}`, `00D${sample('base62', 12)}!${sample('base62', 30)}`],
});

export const salesforceConsumerKey = defineRule({
  id: 'salesforce-consumer-key',
  title: 'Salesforce connected app consumer key',
  provider: 'Salesforce',
  severity: 'medium',
  keywords: ['3MVG9'],
  pattern: /(?<![A-Za-z0-9])3MVG9[A-Za-z0-9._=+]{79,250}[A-Za-z0-9_=](?![A-Za-z0-9_=+])/,
  distinctive: true,
  minEntropy: 4.4,
  references: ['https://help.salesforce.com/s/articleView?id=sf.connected_app_create.htm'],
  match: [
    `SF_CLIENT_ID=«3MVG9${sample('base62', 40)}.${sample('base62', 39, 2)}»`,
    `"consumerKey": "«3MVG9${sample('base62', 40, 3)}_${sample('base62', 45, 4)}»"`,
  ],
  noMatch: [`3MVG9${sample('base62', 40)}`, `3MVG9${'x'.repeat(80)}`],
});

export const salesforceRefreshToken = defineRule({
  id: 'salesforce-refresh-token',
  title: 'Salesforce refresh token',
  provider: 'Salesforce',
  severity: 'critical',
  keywords: ['5Aep861'],
  pattern: /(?<![A-Za-z0-9])5Aep861[A-Za-z0-9._=]{79,119}[A-Za-z0-9_=](?![A-Za-z0-9_=])/,
  distinctive: true,
  minEntropy: 4.4,
  references: ['https://help.salesforce.com'],
  match: [
    `SF_REFRESH_TOKEN=«5Aep861${sample('base62', 50)}.${sample('base62', 36, 2)}»`,
    `{"refresh_token":"«5Aep861${sample('base62', 80, 3)}»"}`,
  ],
  noMatch: [`5Aep861${sample('base62', 40)}`, `5Aep861${'x'.repeat(80)}`],
});
