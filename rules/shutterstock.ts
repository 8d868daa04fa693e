// Shutterstock: OAuth tokens; the prefix is the version only, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const shutterstockToken = defineRule({
  id: 'shutterstock-token',
  title: 'Shutterstock OAuth token',
  provider: 'Shutterstock',
  severity: 'medium',
  keywords: ['v2/'],
  pattern: /(?<![A-Za-z0-9_/-])v2\/[A-Za-z0-9]{388}(?![\w+/=-])/,
  minEntropy: 3.5,
  near: { words: ['shutterstock'], before: 400, after: 200 },
  references: ['https://api-reference.shutterstock.com'],
  match: [
    `SHUTTERSTOCK_TOKEN=«v2/${sample('base62', 388)}»`,
    `sstk.setAccessToken('«v2/${sample('base62', 388, 2)}»'); // api.shutterstock.com`,
  ],
  noMatch: [`v2/${sample('base62', 300)}`, `v2/${'x'.repeat(388)}`],
});
