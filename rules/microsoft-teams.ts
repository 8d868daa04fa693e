// Microsoft Teams: incoming webhook URLs of the tenant hosts and of the old common host.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const path = (seed: number) =>
  `${sampleUuid(seed)}@${sampleUuid(seed + 1)}/IncomingWebhook/${sample('hex', 32, seed)}/${sampleUuid(seed + 2)}`;

export const microsoftTeamsWebhook = defineRule({
  id: 'microsoft-teams-webhook',
  title: 'Microsoft Teams incoming webhook URL',
  provider: 'Microsoft Teams',
  severity: 'medium',
  keywords: ['.webhook.office.com/webhookb2/', 'outlook.office.com/webhook/'],
  pattern:
    /https:\/\/(?:[A-Za-z0-9-]{1,63}\.webhook\.office\.com\/webhookb2|outlook\.office\.com\/webhook)\/[0-9A-Fa-f-]{36}@[0-9A-Fa-f-]{36}\/IncomingWebhook\/[0-9A-Fa-f]{32}\/[0-9A-Fa-f-]{36}(?:\/[\w-]{1,80})?(?![\w-])/,
  before: 72,
  distinctive: true,
  references: [
    'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  ],
  match: [
    `TEAMS_WEBHOOK_URL=«https://acme.webhook.office.com/webhookb2/${path(1)}»`,
    `curl -d @card.json '«https://outlook.office.com/webhook/${path(5)}»'`,
  ],
  noMatch: [
    `https://acme.webhook.office.com/webhookb2/${sampleUuid()}@${sampleUuid(2)}`,
    `https://acme.webhook.office.com/webhookb2/${'x'.repeat(36)}`,
  ],
});
