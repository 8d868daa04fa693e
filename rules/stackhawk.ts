// StackHawk: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const stackhawkKey = defineRule({
  id: 'stackhawk-key',
  title: 'StackHawk API key',
  provider: 'StackHawk',
  severity: 'medium',
  keywords: ['hawk.'],
  pattern: /(?<![A-Za-z0-9_.-])hawk\.(?=[A-Za-z_.-]{0,31}[0-9])[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}(?![A-Za-z0-9_.-])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.stackhawk.com'],
  match: [
    `HAWK_API_KEY=«hawk.${sample('base64url', 20)}.${sample('base64url', 20, 2)}»`,
    `hawk init --api-key='«hawk.${sample('base64url', 20, 3)}.${sample('base64url', 20, 4)}»'`,
  ],
  noMatch: [`hawk.${sample('base64url', 20)}`, `hawk.${sample('letters', 20)}.${sample('letters', 20, 2)}`],
});
