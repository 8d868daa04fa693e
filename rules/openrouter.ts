// OpenRouter: API keys.

import { defineResponse, INTERVALS, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const openrouterApiKey = defineRule({
  id: 'openrouter-api-key',
  title: 'OpenRouter API key',
  provider: 'OpenRouter',
  severity: 'high',
  keywords: ['sk-or-v1-'],
  pattern: /(?<![A-Za-z0-9])sk-or-v1-[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://openrouter.ai/docs/api-reference/authentication'],
  match: [
    `OPENROUTER_API_KEY=«sk-or-v1-${sample('hex', 64)}»`,
    `openrouter_api_key: «sk-or-v1-${sample('hex', 64, 2)}»`,
  ],
  noMatch: [`sk-or-v1-${'x'.repeat(64)}`, `sk-or-v1-${sample('hex', 63, 3)}`],
});

export const openrouterApiKeyResponse = defineResponse({
  id: 'openrouter-api-key',
  title: 'OpenRouter API key',
  rules: ['openrouter-api-key'],
  names: ['OPENROUTER_API_KEY', 'OPENROUTER_*'],
  revoke: { page: 'https://openrouter.ai/settings/keys', command: null, api: null },
  rotate: [...REPLACE, 'Give the new one a limit of credits.'],
  audit: 'Activity of the account, by key.',
  detectUse: 'Requests, models and costs that nobody knows.',
  reach: 'The credits of the account.',
  breaks: 'Calls with the key.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://openrouter.ai/docs/guides/guides/api-key-rotation',
  sources: [
    'https://openrouter.ai/docs/guides/guides/api-key-rotation',
    'https://openrouter.ai/docs/guides/overview/auth/security-settings',
  ],
});
