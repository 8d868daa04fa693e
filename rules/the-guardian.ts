// The Guardian: API keys are UUIDs, so a full name or the API's host introduces them.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const guardianApiKey = defineRule({
  id: 'guardian-api-key',
  title: 'The Guardian API key',
  provider: 'The Guardian',
  severity: 'low',
  confidence: 'medium',
  keywords: ['guardian'],
  pattern:
    /(?:guardian[_-]?(?:open[_-]?platform[_-]?)?api[_-]?key["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|guardianapis\.com\/[^\x00-\x20"'<>]{0,200}?[?&]api-key=)(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://open-platform.theguardian.com'],
  match: [
    `GUARDIAN_API_KEY=«${sampleUuid()}»`,
    `https://content.guardianapis.com/search?q=ulm&api-key=«${sampleUuid(2)}»`,
  ],
  noMatch: [`guardian ${sampleUuid()}`, 'https://content.guardianapis.com/search?api-key=<key>'],
});
