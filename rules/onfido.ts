// Onfido: API tokens, live (with a region) and sandbox.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://documentation.onfido.com';

// The lookaheads want a digit and an upper-case letter: `api_live.fetch_applicant_by_id` is code.
export const onfidoKey = defineRule({
  id: 'onfido-key',
  title: 'Onfido live API token',
  provider: 'Onfido',
  severity: 'high',
  keywords: ['api_live.', 'api_live_us.', 'api_live_ca.'],
  pattern:
    /(?<![A-Za-z0-9])api_live(?:_us|_ca)?\.(?=[A-Za-z_.-]{0,30}[0-9])(?=[a-z0-9_.-]{0,30}[A-Z])[A-Za-z0-9_.-]{20,80}(?![A-Za-z0-9_(-]|\.[A-Za-z0-9])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [
    `ONFIDO_API_TOKEN=«api_live.${sample('base64url', 11)}.${sample('base64url', 32)}»`,
    `Authorization: Token token=«api_live_us.${sample('base64url', 11, 2)}.${sample('base64url', 32, 2)}»`,
  ],
  noMatch: ['api_live.fetch_applicant_document_by_id_v2(client)', `api_live.${sample('base62', 12)}`],
});

export const onfidoKeyTest = defineRule({
  id: 'onfido-key-test',
  title: 'Onfido sandbox API token',
  provider: 'Onfido',
  severity: 'low',
  keywords: ['api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'],
  pattern:
    /(?<![A-Za-z0-9])api_sandbox(?:_us|_ca)?\.(?=[A-Za-z_.-]{0,30}[0-9])(?=[a-z0-9_.-]{0,30}[A-Z])[A-Za-z0-9_.-]{20,80}(?![A-Za-z0-9_(-]|\.[A-Za-z0-9])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [
    `ONFIDO_API_TOKEN=«api_sandbox.${sample('base64url', 11)}.${sample('base64url', 32)}»`,
    `apiToken: '«api_sandbox_us.${sample('base64url', 11, 2)}.${sample('base64url', 32, 2)}»'`,
  ],
  noMatch: ['api_sandbox.fetch_applicant_document_by_id_v2(client)', `api_sandbox.${sample('base62', 12)}`],
});
