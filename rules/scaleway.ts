// Scaleway: secret keys, which are bare UUIDs and need the name in front.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const scalewaySecretKey = defineRule({
  id: 'scaleway-secret-key',
  title: 'Scaleway secret key',
  provider: 'Scaleway',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['scaleway', 'scw_'],
  pattern:
    /(?:scaleway|scw_)[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://www.scaleway.com/en/docs/iam/concepts/#api-key'],
  match: [`SCW_SECRET_KEY=«${sampleUuid()}»`, `scaleway_secret_key = "«${sampleUuid(2)}»"`],
  noMatch: [`SCW_SECRET_KEY=${'x'.repeat(36)}`, `scw_project: ${sampleUuid()}`],
});
