// Fastly: API tokens, by their name.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const fastlyApiToken = defineRule({
  id: 'fastly-api-token',
  title: 'Fastly API token',
  provider: 'Fastly',
  severity: 'high',
  confidence: 'medium',
  keywords: ['fastly'],
  pattern:
    /fastly[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{32})(?![\w-])/i,
  minEntropy: 3.7,
  references: ['https://www.fastly.com/documentation/reference/api/auth-tokens/'],
  match: [
    `FASTLY_API_TOKEN=«${sample('base64url', 32)}»`,
    `Fastly-Key: «${sample('base64url', 32, 2)}»`,
    `"fastlyApiKey": "«${sample('base62', 32, 3)}»"`,
  ],
  noMatch: [`fastly ${sample('base62', 32)}`, `Fastly-Key: ${'x'.repeat(32)}`],
});

export const fastlyTokenResponse = defineResponse({
  id: 'fastly-token',
  title: 'Fastly API token',
  rules: ['fastly-api-token'],
  names: ['FASTLY_API_TOKEN', 'FASTLY_API_KEY', 'FASTLY_*'],
  revoke: {
    page: 'https://manage.fastly.com/account/personal/tokens',
    command: null,
    api: 'DELETE https://api.fastly.com/tokens/self, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Note the scope of the leaked token, and delete it.',
    'Create another with an expiry for the services that it is for, and deploy it.',
  ],
  audit: 'Event log of the account.',
  detectUse: 'Changes of services, purges and certificates that nobody made.',
  reach: 'Services of the account, within its scope: what your visitors get.',
  breaks: 'Deployments and purges with the token.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.fastly.com/documentation/reference/api/auth-tokens/user/',
  sources: [
    'https://www.fastly.com/documentation/reference/api/auth-tokens/user/',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.40/',
  ],
});
