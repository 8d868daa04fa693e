// Sumo Logic: access keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sumologicAccessKey = defineRule({
  id: 'sumologic-access-key',
  title: 'Sumo Logic access key',
  provider: 'Sumo Logic',
  severity: 'high',
  confidence: 'medium',
  keywords: ['sumo'],
  pattern:
    /(?<![A-Za-z0-9])sumo[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{64})(?![\w.(-])/i,
  minEntropy: 4.5,
  references: ['https://help.sumologic.com/docs/manage/security/access-keys/'],
  match: [`SUMOLOGIC_ACCESS_KEY=«${sample('base62', 64)}»`, `"sumo_access_key": "«${sample('base62', 64, 2)}»"`],
  noMatch: [`sumo ${sample('base62', 64)}`, `sumologic/${sample('base62', 64)}`],
});
