// Couchbase Capella: API keys, base64 without a prefix, introduced by the product's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const couchbaseCapellaKey = defineRule({
  id: 'couchbase-capella-key',
  title: 'Couchbase Capella API key',
  provider: 'Couchbase Capella',
  severity: 'high',
  confidence: 'medium',
  keywords: ['capella', 'couchbase'],
  pattern:
    /(?:capella|couchbase)[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Z0-9+/]{60,118}={0,2})(?![\w+/=-])/i,
  minEntropy: 4.4,
  references: ['https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html'],
  match: [`CAPELLA_API_KEY=«${sample('base64', 70)}==»`, `couchbase_auth_token = "«${sample('base64', 64, 2)}»"`],
  noMatch: [`capella ${sample('base62', 70)}`, `CAPELLA_API_KEY=${'x'.repeat(70)}`],
});
