// Databento: API keys; db- begins many names, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const databentoKey = defineRule({
  id: 'databento-key',
  title: 'Databento API key',
  provider: 'Databento',
  severity: 'medium',
  keywords: ['db-'],
  pattern: /(?<![\w.-])db-[A-Za-z0-9]{29}(?![\w-])/,
  minEntropy: 3,
  near: { words: ['databento'], before: 600, after: 300 },
  references: ['https://databento.com/docs'],
  match: [
    `DATABENTO_API_KEY=«db-${sample('base62', 29)}»`,
    `import databento as db\nclient = db.Historical('«db-${sample('base62', 29, 2)}»')`,
  ],
  noMatch: [`db-${sample('base62', 28)}`, `db-${sample('base62', 29)}`],
});
