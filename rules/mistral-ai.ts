// Mistral AI: API key, known by its name only.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mistralApiKey = defineRule({
  id: 'mistral-api-key',
  title: 'Mistral AI API key',
  provider: 'Mistral AI',
  severity: 'high',
  confidence: 'medium',
  keywords: ['mistral'],
  pattern:
    /(?<![A-Za-z0-9])mistral[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: ['https://docs.mistral.ai'],
  match: [`MISTRAL_API_KEY=«${sample('base62', 32)}»`, `"mistralApiKey": "«${sample('base62', 32, 2)}»"`],
  noMatch: [`mistral ${sample('base62', 32)}`, `MISTRAL_API_KEY=${'x'.repeat(32)}`],
});

export const mistralApiKeyResponse = defineResponse({
  id: 'mistral-api-key',
  title: 'Mistral AI API key',
  rules: ['mistral-api-key'],
  names: ['MISTRAL_API_KEY', 'MISTRAL_*'],
  revoke: { page: 'https://console.mistral.ai/api-keys', command: null, api: null },
  rotate: [
    'Delete the leaked key in the workspace that it belongs to.',
    'Create another with an expiry, and deploy it.',
  ],
  audit: 'Usage reports by workspace.',
  detectUse: 'Usage of the workspace that nobody knows.',
  reach: 'The API and the resources of one workspace, and the bill.',
  breaks: 'Calls with the key.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.mistral.ai/admin/security-access/api-keys',
  sources: ['https://docs.mistral.ai/admin/security-access/api-keys'],
});
