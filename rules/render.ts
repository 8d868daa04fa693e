// Render: API key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const renderApiKey = defineRule({
  id: 'render-api-key',
  title: 'Render API key',
  provider: 'Render',
  severity: 'high',
  keywords: ['rnd_'],
  pattern: /(?<![A-Za-z0-9_])rnd_(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{28,32}(?![A-Za-z0-9_])/,
  minEntropy: 3.2,
  references: ['https://render.com/docs/api'],
  match: [`RENDER_API_KEY=«${'rnd_'}${sample('base62', 28)}»`, `const key = '«${'rnd_'}${sample('base62', 32, 2)}»';`],
  noMatch: [`rnd_${sample('base62', 20)}`, `rnd_${'x'.repeat(28)}`],
});
