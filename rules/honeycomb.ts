// Honeycomb: prefixed ingest keys, and API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const honeycombIngestKey = defineRule({
  id: 'honeycomb-ingest-key',
  title: 'Honeycomb ingest key',
  provider: 'Honeycomb',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['hcaik_', 'hcbik_', 'hccik_'],
  pattern: /(?<![A-Za-z0-9])hc[abc]ik_[a-z0-9]{26,58}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.3,
  references: ['https://docs.honeycomb.io'],
  match: [
    `HONEYCOMB_API_KEY=«hcaik_${sample('lowerAlnum', 58)}»`,
    `x-honeycomb-team: «hcbik_01${sample('lowerAlnum', 24)}»`,
  ],
  noMatch: [`hcaik_${sample('lowerAlnum', 12)}`, `hcaik_${'x'.repeat(58)}`],
});

export const honeycombKey = defineRule({
  id: 'honeycomb-key',
  title: 'Honeycomb API key',
  provider: 'Honeycomb',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['honeycomb'],
  pattern:
    /honeycomb[\w.-]{0,24}(?:key|token|team|secret)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32}|(?=[A-Za-z]{0,21}[0-9])[A-Za-z0-9]{22})(?![\w.(-])/i,
  minEntropy: 2.8,
  references: ['https://docs.honeycomb.io/configure/environments/manage-api-keys/'],
  match: [
    `HONEYCOMB_WRITE_KEY=«${sample('hex', 32)}»`,
    `x-honeycomb-team: «${sample('base62', 22)}»`,
    `"honeycombApiKey": "«${sample('base62', 22, 2)}»"`,
  ],
  noMatch: [`honeycomb dataset ${sample('hex', 32)}`, `honeycomb team ${sample('base62', 22)}`],
});
