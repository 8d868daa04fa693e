// Tines: webhook URLs hold their own secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const tinesWebhookUrl = defineRule({
  id: 'tines-webhook-url',
  title: 'Tines webhook URL',
  provider: 'Tines',
  severity: 'medium',
  keywords: ['.tines.com/webhook/'],
  pattern: /https:\/\/[A-Za-z0-9.-]{1,63}\.tines\.com\/webhook\/[0-9a-z]{32}\/[0-9a-z]{32}(?![A-Za-z0-9])/,
  before: 71,
  minEntropy: 3,
  references: ['https://www.tines.com/docs'],
  match: [
    `TINES_WEBHOOK=«https://sea-4821.tines.com/webhook/${sample('lowerAlnum', 32)}/${sample('lowerAlnum', 32, 2)}»`,
    `curl «https://acme.tines.com/webhook/${sample('lowerAlnum', 32, 3)}/${sample('lowerAlnum', 32, 4)}» -d '{}'`,
  ],
  noMatch: [
    `https://acme.tines.com/webhook/${sample('lowerAlnum', 32)}`,
    `https://acme.tines.com/stories/${sample('lowerAlnum', 32)}`,
  ],
});
