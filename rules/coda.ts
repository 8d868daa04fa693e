// Coda: API tokens are UUIDs, so only a full name introduces them.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const codaToken = defineRule({
  id: 'coda-token',
  title: 'Coda API token',
  provider: 'Coda',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['coda_', 'coda-', 'codaApi', 'codaToken', 'codaKey'],
  pattern:
    /(?<![A-Za-z])coda[_-]?(?:io[_-]?)?(?:api[_-]?)?(?:token|key)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://coda.io/developers/apis/v1'],
  match: [`CODA_API_TOKEN=«${sampleUuid()}»`, `codaApiKey: '«${sampleUuid(2)}»'`],
  noMatch: [`coda ${sampleUuid()}`, 'CODA_API_TOKEN=00000000-0000-0000-0000-000000000000'],
});
