// Zapier: catch hook URL; who knows it can start the workflow.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zapierWebhookUrl = defineRule({
  id: 'zapier-webhook-url',
  title: 'Zapier webhook URL',
  provider: 'Zapier',
  severity: 'low',
  keywords: ['https://hooks.zapier.com/hooks/catch/'],
  pattern: /https:\/\/hooks\.zapier\.com\/hooks\/catch\/[0-9]{5,10}\/[a-z0-9]{5,10}(?![A-Za-z0-9_-])/,
  distinctive: true,
  references: ['https://help.zapier.com'],
  match: [
    `ZAP_URL=«https://hooks.zapier.com/hooks/catch/4711080/${sample('lowerAlnum', 7)}»/`,
    `fetch('«https://hooks.zapier.com/hooks/catch/12345670/${sample('lowerAlnum', 6)}»')`,
  ],
  noMatch: [
    'https://hooks.zapier.com/hooks/catch/',
    `https://hooks.zapier.com/hooks/catch/123/${sample('lowerAlnum', 7)}/`,
  ],
});
