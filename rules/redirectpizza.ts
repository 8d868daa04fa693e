// redirect.pizza: API tokens. RunPod shares the prefix; its keys are longer.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const redirectpizzaApiToken = defineRule({
  id: 'redirectpizza-api-token',
  title: 'redirect.pizza API token',
  provider: 'redirect.pizza',
  severity: 'medium',
  keywords: ['rpa_'],
  pattern: /(?<![A-Za-z0-9])rpa_(?=[A-Za-z]{0,29}[0-9])[A-Za-z0-9]{30}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://redirect.pizza'],
  match: [
    `REDIRECT_PIZZA_TOKEN=«rpa_${sample('base62', 30)}»`,
    `Authorization: Bearer «rpa_${sample('base62', 30, 2)}»`,
  ],
  noMatch: [`rpa_${sample('base62', 31)}`, 'rpa_process_invoice_from_mailbox_v2', `rpa_${'x'.repeat(30)}`],
});
