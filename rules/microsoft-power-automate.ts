// Power Automate: URL that starts a workflow, with its signature.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

function workflowUrl(seed: number, query: string): string {
  const host = `default${sample('hex', 30, seed)}.${sample('hex', 2, seed)}.environment.api.powerplatform.com`;
  const path = `powerautomate/automations/direct/workflows/${sample('hex', 32, seed)}/triggers/manual/paths/invoke`;
  return `https://${host}:443/${path}?${query}&sig=${sample('base64url', 43, seed)}`;
}

export const powerAutomateWebhookSas = defineRule({
  id: 'power-automate-webhook-sas',
  title: 'Power Automate workflow URL with signature',
  provider: 'Microsoft Power Automate',
  severity: 'medium',
  keywords: ['.environment.api.powerplatform.com'],
  pattern:
    /https:\/\/[a-z0-9.-]{8,80}\.environment\.api\.powerplatform\.com(?::443)?\/[^ \t\r\n"'<>\x60?]{0,120}workflows\/[0-9a-f]{32}\/triggers\/[^ \t\r\n"'<>\x60?]{1,60}\?[^ \t\r\n"'<>\x60]{0,160}[?&;]sig=[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  before: 88,
  distinctive: true,
  references: ['https://learn.microsoft.com/power-automate/'],
  match: [
    `FLOW_URL=«${workflowUrl(1, 'api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0')}»`,
    `Invoke-RestMethod -Uri '«${workflowUrl(2, 'api-version=1&tenantId=tId&environmentName=eName&sv=1.0')}»'`,
  ],
  noMatch: [
    'https://default0a1b2c3d.4e.environment.api.powerplatform.com/powerautomate/automations/direct/workflows',
    workflowUrl(3, 'api-version=1').slice(0, -20),
  ],
});
