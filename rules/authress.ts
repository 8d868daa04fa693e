// Authress: access keys of service clients, `<prefix><client>.<key>.acc_<account>.<secret>`.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const authressKey = defineRule({
  id: 'authress-key',
  title: 'Authress service client access key',
  provider: 'Authress',
  severity: 'high',
  keywords: ['.acc_', '.acc-'],
  pattern:
    /(?<![A-Za-z0-9])(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{8,32}\.[A-Za-z0-9+/_-]{30,120}={0,2}(?![\w+/=-])/,
  before: 46,
  distinctive: true,
  minEntropy: 3,
  references: ['https://authress.io/knowledge-base/'],
  match: [`AUTHRESS_KEY=«sc_${key('.acc_', 1)}»`, `new AuthressClient({}, '«authress_${key('.acc-', 2)}==»')`],
  noMatch: [
    `sc_${sample('base62', 16)}.acc_${sample('lowerAlnum', 14)}`,
    `ext_${sample('base62', 16)}.${sample('base62', 4)}.acc_${sample('lowerAlnum', 14)}.${sample('base62', 12)}`,
  ],
});

function key(account: string, seed: number): string {
  const client = `${sample('base62', 16, seed)}.${sample('base62', 4, seed)}`;
  return `${client}${account}${sample('lowerAlnum', 14, seed)}.${sample('base64', 62, seed)}`;
}
