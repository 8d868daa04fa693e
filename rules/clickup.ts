// ClickUp: personal API tokens. They are secret although they begin with pk_.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const clickupToken = defineRule({
  id: 'clickup-token',
  title: 'ClickUp personal API token',
  provider: 'ClickUp',
  severity: 'high',
  keywords: ['pk_'],
  pattern: /(?<![A-Za-z0-9_])pk_[0-9]{7,9}_[A-Z0-9]{32}(?![A-Za-z0-9_])/,
  minEntropy: 3.4,
  references: ['https://developer.clickup.com/docs/authentication'],
  match: [
    `CLICKUP_TOKEN=«pk_${sample('digits', 8)}_${sample('upperAlnum', 32)}»`,
    `Authorization: «pk_${sample('digits', 7)}_${sample('upperAlnum', 32, 2)}»`,
  ],
  noMatch: [`pk_${sample('digits', 8)}_${sample('upperAlnum', 31)}`, `pk_${sample('digits', 8)}_${'X'.repeat(32)}`],
});
