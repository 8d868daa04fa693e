// Retell AI: API keys. `key_` is shared by many, so the name must stand nearby.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const retellApiKey = defineRule({
  id: 'retell-api-key',
  title: 'Retell AI API key',
  provider: 'Retell AI',
  severity: 'high',
  keywords: ['key_'],
  pattern: /(?<![A-Za-z0-9_])key_[0-9a-f]{28}(?![A-Za-z0-9_])/,
  near: { words: ['retell'], before: 200, after: 200 },
  minEntropy: 2.7,
  references: ['https://docs.retellai.com/accounts/api-keys-overview'],
  match: [`RETELL_API_KEY=«key_${sample('hex', 28)}»`, `new Retell({ apiKey: '«key_${sample('hex', 28, 2)}»' })`],
  noMatch: [`key_${sample('hex', 28)}`, `retell key_${sample('hex', 27)}`],
});

export const retellApiKeyResponse = defineResponse({
  id: 'retell-api-key',
  title: 'Retell AI API key',
  rules: ['retell-api-key'],
  names: ['RETELL_API_KEY', 'RETELL_WEBHOOK_SECRET', 'RETELL_AI_API_KEY', 'RETELL_*'],
  revoke: { page: 'https://dashboard.retellai.com/apiKey', command: null, api: null },
  rotate: [
    'Create another key, put it everywhere the old one is used, deploy.',
    'One key of the workspace signs the webhooks and cannot be deleted: if that one leaked, choose another for webhooks first, and let the receiver verify with it.',
    'Delete the leaked key in the settings, API keys.',
  ],
  invalidation: 'As long as a leaked key signs the webhooks, forged events pass the check.',
  audit: 'Call history of the dashboard.',
  detectUse: 'Calls to numbers and at times that nobody knows.',
  reach:
    'All keys of a workspace have the same rights: calls, agents, recordings and transcripts, which hold personal data.',
  breaks: 'Calls to the API; verification of webhooks, if it was the key for them.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.retellai.com/accounts/api-keys-overview',
  sources: [
    'https://docs.retellai.com/accounts/api-keys-overview',
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/retell_api_key',
  ],
});
