// Paddle: API keys of the live and the sandbox system.

import { defineResponse, INTERVALS, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developer.paddle.com/api-reference/about/api-keys';

export const paddleApiKey = defineRule({
  id: 'paddle-api-key',
  title: 'Paddle live API key',
  provider: 'Paddle',
  severity: 'critical',
  keywords: ['pdl_live_apikey_'],
  pattern: /(?<![A-Za-z0-9])pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [
    `PADDLE_API_KEY=«pdl_live_apikey_${sample('lowerAlnum', 26)}_${sample('base62', 22)}_${sample('base62', 3)}»`,
    `api_key: «pdl_live_apikey_${sample('lowerAlnum', 26, 2)}_${sample('base62', 22, 2)}_${sample('base62', 3, 2)}»`,
  ],
  noMatch: [
    `pdl_live_apikey_${'x'.repeat(26)}_${'x'.repeat(22)}_xxx`,
    `pdl_live_apikey_${sample('lowerAlnum', 26)}_${sample('base62', 22)}`,
  ],
});

export const paddleApiKeyTest = defineRule({
  id: 'paddle-api-key-test',
  title: 'Paddle sandbox API key',
  provider: 'Paddle',
  severity: 'low',
  keywords: ['pdl_sdbx_apikey_'],
  pattern: /(?<![A-Za-z0-9])pdl_sdbx_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [
    `PADDLE_API_KEY=«pdl_sdbx_apikey_${sample('lowerAlnum', 26)}_${sample('base62', 22)}_${sample('base62', 3)}»`,
    `api_key: «pdl_sdbx_apikey_${sample('lowerAlnum', 26, 2)}_${sample('base62', 22, 2)}_${sample('base62', 3, 2)}»`,
  ],
  noMatch: [
    `pdl_sdbx_apikey_${'x'.repeat(26)}_${'x'.repeat(22)}_xxx`,
    `pdl_sdbx_apikey_${sample('lowerAlnum', 26)}_${sample('base62', 22)}`,
  ],
});

export const paddleApiKeyResponse = defineResponse({
  id: 'paddle-api-key',
  title: 'Paddle API key',
  rules: ['paddle-api-key', 'paddle-api-key-test'],
  names: ['PADDLE_API_KEY', 'PADDLE_*'],
  revoke: { page: 'https://vendors.paddle.com/authentication-v2', command: null, api: null },
  rotate: [...REPLACE],
  reach: 'Customers, subscriptions and transactions, within the permissions of the key.',
  breaks: 'Programs with the key.',
  vendorRevokes: true,
  vendorNote: 'Paddle revokes keys that GitHub finds in public repositories.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developer.paddle.com/api-reference/about/api-keys',
  sources: ['https://developer.paddle.com/changelog/2025/secret-scanning'],
});
