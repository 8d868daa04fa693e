// Railway: project and account tokens, which are bare UUIDs and need the name in front.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const railwayToken = defineRule({
  id: 'railway-token',
  title: 'Railway token',
  provider: 'Railway',
  severity: 'high',
  confidence: 'medium',
  keywords: ['railway'],
  pattern:
    /railway[\w.-]{0,32}(?:token|key|secret)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.railway.com/guides/public-api'],
  match: [`RAILWAY_TOKEN=«${sampleUuid()}»`, `{"railwayApiToken": "«${sampleUuid(2)}»"}`],
  noMatch: [`RAILWAY_TOKEN=${'x'.repeat(36)}`, `railway_project: ${sampleUuid()}`],
});
