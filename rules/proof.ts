// Proof (Notarize): API keys, a short prefix and base64url characters, so the name must be near.

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
