// Temporal Cloud: API keys, JWTs whose audience is the service (its base64 in three alignments).

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const apiKey = (account: string, seed: number) =>
  sampleJwt(
    { account_id: account, aud: ['temporal.io'], exp: 1798761600, key_id: sample('base62', 32, seed) },
    undefined,
    seed,
  );

export const temporalCloudKey = defineRule({
  id: 'temporal-cloud-key',
  title: 'Temporal Cloud API key',
  provider: 'Temporal Cloud',
  severity: 'high',
  keywords: ['dGVtcG9yYWwuaW', 'RlbXBvcmFsLmlv', '0ZW1wb3JhbC5pb'],
  pattern:
    /(?<![A-Za-z0-9_-])eyJ[\w-]{10,160}\.eyJ[\w-]{8,200}(?:dGVtcG9yYWwuaW|RlbXBvcmFsLmlv|0ZW1wb3JhbC5pb)[\w-]{20,700}\.[\w-]{43,400}(?![\w-])/,
  before: 370,
  check: 'jwt',
  minEntropy: 3.7,
  references: ['https://docs.temporal.io/cloud/api-keys'],
  match: [`TEMPORAL_API_KEY=«${apiKey('a2dd6', 1)}»`, `temporal --api-key «${apiKey('q7xkt', 2)}»`],
  noMatch: [
    `eyJ${'x'.repeat(20)}.eyJ${'x'.repeat(20)}dGVtcG9yYWwuaW`,
    `eyJ${sample('base64url', 20)}.dGVtcG9yYWwuaW${sample('base64url', 20)}`,
  ],
});
