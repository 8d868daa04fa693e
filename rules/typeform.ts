// Typeform: personal access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const typeformToken = defineRule({
  id: 'typeform-token',
  title: 'Typeform personal access token',
  provider: 'Typeform',
  severity: 'medium',
  keywords: ['tfp_'],
  pattern: /(?<![A-Za-z0-9])tfp_[\w.=-]{40,59}(?![\w.=-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://www.typeform.com/developers/get-started/personal-access-token/'],
  match: [
    `TYPEFORM_TOKEN=«tfp_${sample('base62', 44)}_${sample('base62', 12)}»`,
    `token: '«tfp_${sample('base62', 44, 2)}»'`,
  ],
  noMatch: [`tfp_${sample('base62', 30)}`, `tfp_${'x'.repeat(44)}`],
});
