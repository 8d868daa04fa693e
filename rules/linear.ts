// Linear: API keys, OAuth tokens and OAuth client secrets.

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
