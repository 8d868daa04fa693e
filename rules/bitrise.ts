// Bitrise: personal and workspace tokens near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const bitriseToken = defineRule({
  id: 'bitrise-token',
  title: 'Bitrise access token',
  provider: 'Bitrise',
  severity: 'high',
  confidence: 'medium',
  keywords: ['bitrise'],
  pattern:
    /bitrise[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9_-]{60,120})(?![\w.(-])/i,
  minEntropy: 4.4,
  references: ['https://docs.bitrise.io'],
  match: [`BITRISE_TOKEN=«${sample('base64url', 86)}»`, `"bitriseAccessToken": "«${sample('base64url', 86, 2)}»"`],
  noMatch: [`bitrise ${sample('base64url', 86)}`, `bitrise/${sample('base62', 86)}`],
});
