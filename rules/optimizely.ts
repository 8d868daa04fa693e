// Optimizely: personal access tokens; their prefix `2:` is too short to stand without the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const optimizelyPat = defineRule({
  id: 'optimizely-pat',
  title: 'Optimizely personal access token',
  provider: 'Optimizely',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['optimizely'],
  pattern:
    /optimizely[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?:Bearer )?(?<secret>2:[A-Z0-9-]{52})(?![\w-])/i,
  minEntropy: 4.2,
  references: ['https://docs.developers.optimizely.com'],
  match: [`OPTIMIZELY_TOKEN=«2:${sample('base62', 52)}»`, `optimizelyApiToken: '«2:${sample('base62', 52, 2)}»'`],
  noMatch: [`2:${sample('base62', 52)}`, `optimizely 2:${sample('base62', 40)}`],
});
