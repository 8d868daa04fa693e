// Airbrake: project keys (32 hex digits) and user keys (40), introduced by the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const airbrakeKey = defineRule({
  id: 'airbrake-key',
  title: 'Airbrake project or user key',
  provider: 'Airbrake',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['airbrake'],
  pattern:
    /airbrake[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{40}|[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://docs.airbrake.io'],
  match: [`AIRBRAKE_PROJECT_KEY=«${sample('hex', 32)}»`, `airbrake.user_key = "«${sample('hex', 40, 2)}»"`],
  noMatch: [`airbrake ${sample('hex', 32)}`, `AIRBRAKE_PROJECT_KEY=${'0'.repeat(32)}`],
});
