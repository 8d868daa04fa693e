// Infisical: service tokens. The keywords carry a delimiter, since "st." alone stands everywhere in code.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const infisicalServiceToken = defineRule({
  id: 'infisical-service-token',
  title: 'Infisical service token',
  provider: 'Infisical',
  severity: 'high',
  keywords: ['=st.', '"st.', "'st.", ' st.'],
  pattern: /["'= ](?<secret>st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32})(?![A-Za-z0-9_.-])/,
  minEntropy: 3.2,
  near: { words: ['infisical'], before: 300, after: 300 },
  references: ['https://infisical.com/docs'],
  match: [
    `INFISICAL_TOKEN=«st.${sample('hex', 24)}.${sample('hex', 32)}.${sample('hex', 32, 2)}»`,
    `{"infisicalToken": "«st.${sample('hex', 24, 2)}.${sample('hex', 32, 3)}.${sample('hex', 32, 4)}»"}`,
  ],
  noMatch: [
    `st.${'0'.repeat(24)}.${'0'.repeat(32)}.${'0'.repeat(32)}`,
    ` st.${sample('hex', 24)}.${sample('hex', 32)}`,
  ],
});
