// Shortcut (formerly Clubhouse): API tokens are UUIDs; both names are common words, so only full names count.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const shortcutToken = defineRule({
  id: 'shortcut-token',
  title: 'Shortcut API token',
  provider: 'Shortcut',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['shortcut', 'clubhouse'],
  pattern:
    /(?:shortcut|clubhouse)[_-]{0,1}(?:api[_-]{0,1}){0,1}token["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.shortcut.com'],
  match: [
    `SHORTCUT_API_TOKEN=«${sampleUuid()}»`,
    `Shortcut-Token: «${sampleUuid(2)}»`,
    `clubhouseToken: '«${sampleUuid(3)}»'`,
  ],
  noMatch: [`shortcut ${sampleUuid()}`, `shortcut: ${sampleUuid()}`],
});
