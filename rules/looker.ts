// Looker: API client secrets, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const lookerClientSecret = defineRule({
  id: 'looker-client-secret',
  title: 'Looker API client secret',
  provider: 'Looker',
  severity: 'high',
  confidence: 'medium',
  keywords: ['looker'],
  pattern:
    /looker[\w.-]{0,32}secret[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{24})(?![\w-])/i,
  minEntropy: 3.4,
  references: ['https://cloud.google.com/looker/docs/api-auth'],
  match: [`LOOKERSDK_CLIENT_SECRET=«${sample('base62', 24)}»`, `looker_client_secret: «${sample('base62', 24, 2)}»`],
  noMatch: [`LOOKERSDK_CLIENT_SECRET=${'x'.repeat(24)}`, `looker_dashboard: ${sample('base62', 24)}`],
});
