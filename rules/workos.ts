// WorkOS: API keys, base64 of "key_<ULID>,…" (ULIDs begin with 01) behind a Stripe-like prefix.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API_KEYS = 'https://workos.com/docs/reference/api-keys';
const body = (seed: number) =>
  Buffer.from(`key_01${sample('upperAlnum', 24, seed)},${sample('base62', 25, seed)}`)
    .toString('base64')
    .replaceAll('=', '');

export const workosApiKey = defineRule({
  id: 'workos-api-key',
  title: 'WorkOS API key',
  provider: 'WorkOS',
  severity: 'critical',
  keywords: ['sk_live_a2V5XzAx', 'sk_a2V5XzAx'],
  pattern: /(?<![A-Za-z0-9])sk_(?:live_)?a2V5XzAx[A-Za-z0-9+/]{52,73}={0,2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 4,
  references: [API_KEYS],
  match: [`WORKOS_API_KEY=«sk_live_${body(1)}»`, `new WorkOS('«sk_${body(2)}»')`],
  noMatch: [`sk_live_a2V5XzAx${sample('base62', 20)}`, `sk_a2V5XzAx${'x'.repeat(70)}`],
});

export const workosApiKeyTest = defineRule({
  id: 'workos-api-key-test',
  title: 'WorkOS API key (staging)',
  provider: 'WorkOS',
  severity: 'low',
  keywords: ['sk_test_a2V5XzAx'],
  pattern: /(?<![A-Za-z0-9])sk_test_a2V5XzAx[A-Za-z0-9+/]{52,73}={0,2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 4,
  references: [API_KEYS],
  match: [`WORKOS_API_KEY=«sk_test_${body(3)}»`, `new WorkOS('«sk_test_${body(4)}»')`],
  noMatch: [`sk_test_a2V5XzAx${sample('base62', 20)}`, `sk_test_a2V5XzAx${'x'.repeat(70)}`],
});
