// Opsgenie: API keys, which are bare UUIDs and need a name in front.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const opsgenieApiKey = defineRule({
  id: 'opsgenie-api-key',
  title: 'Opsgenie API key',
  provider: 'Opsgenie',
  severity: 'high',
  confidence: 'medium',
  keywords: ['opsgenie', 'geniekey'],
  pattern:
    /(?:opsgenie[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|GenieKey[ :=]{1,3})(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.opsgenie.com/docs/api-key-management'],
  match: [`OPSGENIE_API_KEY=«${sampleUuid()}»`, `Authorization: GenieKey «${sampleUuid(2)}»`],
  noMatch: ['OPSGENIE_API_KEY=00000000-0000-0000-0000-000000000000', `opsgenie_alert: ${sampleUuid()}`],
});
