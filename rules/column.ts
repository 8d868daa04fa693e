// Column: API keys, live and test. The prefixes are shared by many, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://column.com/docs';

export const columnKey = defineRule({
  id: 'column-key',
  title: 'Column live API key',
  provider: 'Column',
  severity: 'critical',
  keywords: ['live_'],
  pattern: /(?<![A-Za-z0-9_])live_(?=[A-Za-z]{0,26}[0-9])[A-Za-z0-9]{27}(?![A-Za-z0-9_-])/,
  near: { words: ['column_api', 'column_key', 'column_secret', 'column.com', 'columnapi'], before: 200, after: 200 },
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `COLUMN_API_KEY=«live_${sample('base62', 27)}»`,
    `curl https://api.column.com/entities -u :«live_${sample('base62', 27, 2)}»`,
  ],
  noMatch: [`live_${sample('base62', 27)}`, `column_api live_${sample('base62', 26)}`],
});

export const columnKeyTest = defineRule({
  id: 'column-key-test',
  title: 'Column test API key',
  provider: 'Column',
  severity: 'low',
  keywords: ['test_'],
  pattern: /(?<![A-Za-z0-9_])test_(?=[A-Za-z]{0,26}[0-9])[A-Za-z0-9]{27}(?![A-Za-z0-9_-])/,
  near: { words: ['column_api', 'column_key', 'column_secret', 'column.com', 'columnapi'], before: 200, after: 200 },
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `COLUMN_API_KEY=«test_${sample('base62', 27)}»`,
    `https://api.column.com -u :«test_${sample('base62', 27, 2)}»`,
  ],
  noMatch: [`test_${sample('base62', 27)}`, `column_api test_${sample('base62', 26)}`],
});
