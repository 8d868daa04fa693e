// Linear: API keys, OAuth tokens and OAuth client secrets.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const OAUTH = 'https://linear.app/developers/oauth-2-0-authentication';

export const linearApiKey = defineRule({
  id: 'linear-api-key',
  title: 'Linear API key',
  provider: 'Linear',
  severity: 'high',
  keywords: ['lin_api_'],
  pattern: /(?<![A-Za-z0-9])lin_api_[A-Za-z0-9]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://linear.app/developers/graphql'],
  match: [`LINEAR_API_KEY=«lin_api_${sample('base62', 40)}»`, `Authorization: «lin_api_${sample('base62', 40, 2)}»`],
  noMatch: [`lin_api_${sample('base62', 39)}`, `lin_api_${'x'.repeat(40)}`],
});

export const linearOauthToken = defineRule({
  id: 'linear-oauth-token',
  title: 'Linear OAuth access token',
  provider: 'Linear',
  severity: 'high',
  keywords: ['lin_oauth_'],
  pattern: /(?<![A-Za-z0-9])lin_oauth_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [OAUTH],
  match: [
    `"accessToken": "«lin_oauth_${sample('hex', 64)}»"`,
    `Authorization: Bearer «lin_oauth_${sample('hex', 64, 2)}»`,
  ],
  noMatch: [`lin_oauth_${sample('hex', 40)}`, `lin_oauth_${'a'.repeat(64)}`],
});

export const linearClientSecret = defineRule({
  id: 'linear-client-secret',
  title: 'Linear OAuth client secret',
  provider: 'Linear',
  severity: 'high',
  confidence: 'medium',
  keywords: ['linear_client_secret', 'linear-client-secret', 'linearClientSecret', 'linear_oauth_client_secret'],
  pattern:
    /linear[_-]?(?:oauth[_-]?)?client[_-]?secret["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: [OAUTH],
  match: [`LINEAR_CLIENT_SECRET=«${sample('hex', 32)}»`, `linearClientSecret: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`LINEAR_CLIENT_SECRET=${'0'.repeat(32)}`, `linear client ${sample('hex', 32)}`],
});

export const linearApiKeyResponse = defineResponse({
  id: 'linear-api-key',
  title: 'Linear API key, OAuth token or client secret',
  rules: ['linear-api-key', 'linear-oauth-token', 'linear-client-secret'],
  names: ['LINEAR_API_KEY', 'LINEAR_*'],
  revoke: { page: 'https://linear.app/settings/account/security', command: null, api: null },
  rotate: [
    'Personal key: Settings, Security and access: revoke it, create another with the permissions and teams it needs.',
    'OAuth application: rotate its secret in the settings of the application.',
  ],
  reach: 'Issues, projects and teams that its user can reach, and what is connected to them.',
  breaks: 'Integrations with it.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://linear.app/docs/api-and-webhooks',
  sources: [
    'https://linear.app/docs/api-and-webhooks',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.66/',
    PARTNER.source,
  ],
});
