// CodeRabbit: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const coderabbitKey = defineRule({
  id: 'coderabbit-key',
  title: 'CodeRabbit API key',
  provider: 'CodeRabbit',
  severity: 'medium',
  keywords: ['cr-'],
  pattern: /(?<![A-Za-z0-9_-])cr-[0-9a-f]{58}(?![A-Za-z0-9_-])/,
  minEntropy: 3.1,
  near: { words: ['coderabbit', 'code-rabbit', 'code_rabbit'], before: 200, after: 200 },
  references: ['https://docs.coderabbit.ai'],
  match: [`CODERABBIT_API_KEY=«cr-${sample('hex', 58)}»`, `x-coderabbitai-api-key: «cr-${sample('hex', 58, 2)}»`],
  noMatch: [`cr-${sample('hex', 40)}`, `cr-${sample('hex', 64)}`],
});
