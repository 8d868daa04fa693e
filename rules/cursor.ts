// Cursor: API keys; the bare prefix needs the name near it.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cursorApiKey = defineRule({
  id: 'cursor-api-key',
  title: 'Cursor API key',
  provider: 'Cursor',
  severity: 'high',
  confidence: 'medium',
  keywords: ['key_'],
  pattern: /(?<![A-Za-z0-9_])key_[0-9a-f]{64}(?![A-Za-z0-9_])/,
  minEntropy: 3.3,
  near: { words: ['cursor'], before: 200, after: 200 },
  references: ['https://cursor.com/docs'],
  match: [
    `CURSOR_API_KEY=«key_${sample('hex', 64)}»`,
    `curl https://api.cursor.com/v0/me -u «key_${sample('hex', 64, 2)}»:`,
  ],
  noMatch: [`cursor key_${sample('hex', 28)}`, `key_${sample('hex', 64)}`],
});
