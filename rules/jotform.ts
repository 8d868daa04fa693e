// Jotform: API keys, 32 hex digits introduced by the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const jotformKey = defineRule({
  id: 'jotform-key',
  title: 'Jotform API key',
  provider: 'Jotform',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['jotform', 'jot_form'],
  pattern:
    /(?:jot_?form[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|jotform\.com\/[^\x00-\x20"'<>]{0,120}?[?&]apiKey=)(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://api.jotform.com/docs/'],
  match: [`JOTFORM_API_KEY=«${sample('hex', 32)}»`, `https://api.jotform.com/user?apiKey=«${sample('hex', 32, 2)}»`],
  noMatch: [`jotform ${sample('hex', 32)}`, `JOTFORM_API_KEY=${'0'.repeat(32)}`],
});
