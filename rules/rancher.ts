// Rancher: API tokens, "token-", a name and a secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const rancherToken = defineRule({
  id: 'rancher-token',
  title: 'Rancher API token',
  provider: 'Rancher',
  severity: 'high',
  keywords: ['token-'],
  pattern: /(?<![A-Za-z0-9_-])token-[a-z0-9]{5}:[a-z0-9]{54}(?![A-Za-z0-9_-])/,
  minEntropy: 3.5,
  near: { words: ['rancher', 'cattle'], before: 300, after: 300 },
  references: ['https://ranchermanager.docs.rancher.com'],
  match: [
    `RANCHER_TOKEN_KEY=«token-${sample('lowerAlnum', 5)}:${sample('lowerAlnum', 54)}»`,
    `rancher login rancher.acme.io --token «token-${sample('lowerAlnum', 5, 2)}:${sample('lowerAlnum', 54, 2)}»`,
  ],
  noMatch: [`token-${'x'.repeat(5)}:${'x'.repeat(54)}`, `token-${sample('lowerAlnum', 7)}:${sample('lowerAlnum', 9)}`],
});
