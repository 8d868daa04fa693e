// Logz.io: API and shipping tokens (UUID), known by their name only.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const logzioToken = defineRule({
  id: 'logzio-token',
  title: 'Logz.io API token',
  provider: 'Logz.io',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['logz'],
  pattern:
    /(?<![A-Za-z0-9])logz[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: ['https://api-docs.logz.io'],
  match: [`LOGZIO_TOKEN=«${sampleUuid()}»`, `logz.io.apiToken: "«${sampleUuid(2)}»"`],
  noMatch: [`logz ${sampleUuid()}`, 'LOGZIO_TOKEN=${LOGZIO_TOKEN}'],
});
