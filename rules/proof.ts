// Proof (Notarize): API keys, a short prefix and base64url characters, so the name must be near.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://dev.proof.com';

export const proofKey = defineRule({
  id: 'proof-key',
  title: 'Proof API key',
  provider: 'Proof',
  severity: 'high',
  keywords: ['prf_'],
  pattern: /(?<![A-Za-z0-9_])prf_(?:cli_)?(?!test_|cli_)[\w-]{20,80}(?![\w-])/,
  minEntropy: 3.4,
  near: { words: ['proof.com', 'proof_', 'proofapi', 'notarize'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `PROOF_API_KEY=«prf_${sample('base64url', 40)}»`,
    `curl -H "ApiKey: «prf_cli_${sample('base64url', 40, 2)}»" https://api.proof.com/v1`,
  ],
  noMatch: [`prf_${'x'.repeat(40)}`, `prf_${sample('base64url', 12)}`],
});

export const proofKeyTest = defineRule({
  id: 'proof-key-test',
  title: 'Proof test API key',
  provider: 'Proof',
  severity: 'low',
  keywords: ['prf_'],
  pattern: /(?<![A-Za-z0-9_])prf_(?:cli_)?test_[\w-]{20,80}(?![\w-])/,
  minEntropy: 3.4,
  near: { words: ['proof.com', 'proof_', 'proofapi', 'notarize'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `PROOF_API_KEY=«prf_test_${sample('base64url', 40)}»`,
    `curl -H "ApiKey: «prf_cli_test_${sample('base64url', 40, 2)}»" https://api.proof.com/v1`,
  ],
  noMatch: [`prf_test_${'x'.repeat(40)}`, `prf_test_${sample('base64url', 12)}`],
});

export const proofKeyResponse = defineResponse({
  id: 'proof-key',
  title: 'Proof API key',
  rules: ['proof-key', 'proof-key-test'],
  names: ['PROOF_API_KEY', 'PROOF_*'],
  rotate: [
    'Business account, Settings, API Keys: generate a new full access key with the settings of the old one, and deploy it.',
    'Revoke the leaked one in the same list.',
    'Look through the transactions and documents for what nobody of yours did.',
  ],
  reach: 'With full access: transactions and documents of the account.',
  breaks: 'Programs with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://dev.proof.com/docs/proof-api-keys-and-secret-scanning',
  sources: ['https://dev.proof.com/docs/proof-api-keys-and-secret-scanning'],
});
