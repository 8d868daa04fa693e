// Cisco Meraki: dashboard API key, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ciscoMerakiApiKey = defineRule({
  id: 'cisco-meraki-api-key',
  title: 'Cisco Meraki dashboard API key',
  provider: 'Cisco Meraki',
  severity: 'high',
  confidence: 'medium',
  keywords: ['meraki'],
  pattern:
    /(?<![A-Za-z0-9])meraki[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: ['https://documentation.meraki.com/General_Administration/Other_Topics/Cisco_Meraki_Dashboard_API'],
  match: [
    `MERAKI_DASHBOARD_API_KEY=«${sample('hex', 40)}»`,
    `headers = {"X-Cisco-Meraki-API-Key": "«${sample('hex', 40, 2)}»"}`,
  ],
  noMatch: [`meraki ${sample('hex', 40)}`, `MERAKI_API_KEY=${'0'.repeat(40)}`],
});
