// Percy: project tokens; 64 hex digits after a common word, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const percyToken = defineRule({
  id: 'percy-token',
  title: 'Percy project token',
  provider: 'Percy',
  severity: 'low',
  keywords: ['web_', 'app_', 'auto_'],
  pattern: /(?<![A-Za-z0-9_-])(?:web|app|auto)_[0-9a-f]{64}(?![\w-])/,
  minEntropy: 2.8,
  near: { words: ['percy'], before: 300, after: 300 },
  references: ['https://www.browserstack.com/docs/percy'],
  match: [`PERCY_TOKEN=«web_${sample('hex', 64)}»`, `percy:\n  token: "«auto_${sample('hex', 64, 2)}»"`],
  noMatch: [`web_${sample('hex', 40)}`, `app_${'x'.repeat(64)}`],
});
