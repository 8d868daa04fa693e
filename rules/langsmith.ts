// LangSmith: personal and service keys of the second version.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.smith.langchain.com';

export const langsmithPersonalToken = defineRule({
  id: 'langsmith-personal-token',
  title: 'LangSmith personal access token',
  provider: 'LangSmith',
  severity: 'high',
  keywords: ['lsv2_pt_'],
  pattern: /(?<![A-Za-z0-9])lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [DOCS],
  match: [
    `LANGCHAIN_API_KEY=«lsv2_pt_${sample('hex', 32)}_${sample('hex', 10)}»`,
    `x-api-key: «lsv2_pt_${sample('hex', 32, 2)}_${sample('hex', 10, 2)}»`,
  ],
  noMatch: [`lsv2_pt_${sample('hex', 32)}`, `lsv2_pt_${sample('hex', 32)}_${sample('hex', 12)}`],
});

export const langsmithServiceKey = defineRule({
  id: 'langsmith-service-key',
  title: 'LangSmith service key',
  provider: 'LangSmith',
  severity: 'high',
  keywords: ['lsv2_sk_'],
  pattern: /(?<![A-Za-z0-9])lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [DOCS],
  match: [
    `LANGSMITH_API_KEY=«lsv2_sk_${sample('hex', 32)}_${sample('hex', 10)}»`,
    `Client(api_key="«lsv2_sk_${sample('hex', 32, 2)}_${sample('hex', 10, 2)}»")`,
  ],
  noMatch: [`lsv2_sk_${sample('hex', 31)}_${sample('hex', 10)}`, `lsv2_sk_${'x'.repeat(32)}_${'x'.repeat(10)}`],
});
