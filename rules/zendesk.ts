// Zendesk: API token, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zendeskApiToken = defineRule({
  id: 'zendesk-api-token',
  title: 'Zendesk API token',
  provider: 'Zendesk',
  severity: 'high',
  confidence: 'medium',
  keywords: ['zendesk'],
  pattern:
    /(?<![A-Za-z0-9])zendesk[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 3,
  references: ['https://developer.zendesk.com/api-reference/introduction/security-and-auth/'],
  match: [`ZENDESK_API_TOKEN=«${sample('base62', 40)}»`, `  "zendeskToken": "«${sample('base62', 40, 2)}»"`],
  noMatch: [`zendesk ${sample('base62', 40)}`, `ZENDESK_API_TOKEN=${'x'.repeat(40)}`],
});
