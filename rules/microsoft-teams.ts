// Microsoft Teams: incoming webhook URLs of the tenant hosts and of the old common host.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
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

export const microsoftTeamsWebhookResponse = defineResponse({
  id: 'microsoft-teams-webhook',
  title: 'Microsoft Teams or Power Automate webhook address',
  rules: ['microsoft-teams-webhook', 'power-automate-webhook-sas'],
  names: ['TEAMS_WEBHOOK_URL', 'TEAMS_WEBHOOK', 'MS_TEAMS_WEBHOOK_URL', 'TEAMS_*'],
  revoke: { page: null, command: null, api: null },
  rotate: [
    'Incoming webhook of a channel: manage the channel, Connectors, remove it. Microsoft is taking these out of service in favour of workflows.',
    'Workflow: make its trigger anew, or delete the flow; the address of a trigger cannot be renewed in place.',
    'Put the new address into the programs that post.',
  ],
  detectUse: 'Messages in the channel that nobody knows; run history of the flow.',
  reach: 'Writing into one channel, or starting one flow with content of the sender.',
  breaks: 'Whatever posts to that address.',
  vendorNote: 'Addresses of Power Automate are known to GitHub. ' + PARTNER.note,
  rotationDays: INTERVALS.webhookSecret,
  docs: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  sources: [
    'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    PARTNER.source,
  ],
});
