// Azure Entra ID: client secrets, known by 8Q~ or 7Q~ at the fourth character, and refresh tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const azureEntraClientSecret = defineRule({
  id: 'azure-entra-client-secret',
  title: 'Azure Entra ID client secret',
  provider: 'Azure Entra ID',
  severity: 'critical',
  keywords: ['8Q~', '7Q~'],
  pattern: /(?<![\w.~+/-])[\w.~-]{3}(?:8Q~[\w.~-]{34}|7Q~[\w.~-]{31})(?![\w~-])/,
  before: 3,
  minEntropy: 3.7,
  references: ['https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials'],
  match: [
    `AZURE_CLIENT_SECRET=«${sample('base62', 3)}8Q~${sample('base62', 34)}»`,
    `client_secret: "«${sample('base62', 3, 2)}7Q~${sample('base62', 31)}»"`,
  ],
  noMatch: [
    `${sample('base62', 3)}8Q~${'x'.repeat(34)}`,
    `${sample('base62', 3)}8Q~${sample('base62', 30)}`,
    `${sample('base62', 3)}7Q~${sample('base62', 34)}`,
  ],
});

export const azureEntraRefreshToken = defineRule({
  id: 'azure-entra-refresh-token',
  title: 'Azure Entra ID refresh token',
  provider: 'Azure Entra ID',
  severity: 'high',
  confidence: 'medium',
  keywords: ['refresh_token', 'refresh-token', 'refreshtoken'],
  pattern:
    /(?:refresh[_-]token|REFRESH_TOKEN|[Rr]efreshToken)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[01]\.A[\w-]{20,160}\.[\w-]{200,1800}(?:\.[\w-]{1,400})?)(?![\w.-])/,
  minEntropy: 4.5,
  references: ['https://learn.microsoft.com/entra/identity-platform/refresh-tokens'],
  match: [
    `AZURE_REFRESH_TOKEN=«0.A${sample('base64url', 60)}.Ag${sample('base64url', 260)}»`,
    `{"refresh_token": "«1.A${sample('base64url', 60, 2)}.Ag${sample('base64url', 400)}»"}`,
  ],
  noMatch: [`0.A${sample('base64url', 60)}.Ag${sample('base64url', 260)}`, `refresh_token=0.A${'x'.repeat(300)}`],
});

export const azureEntraClientSecretResponse = defineResponse({
  id: 'azure-entra-client-secret',
  title: 'Azure Entra ID client secret or refresh token',
  rules: ['azure-entra-client-secret', 'azure-entra-refresh-token'],
  names: ['AZURE_CLIENT_SECRET', 'ARM_CLIENT_SECRET', 'AZURE_AD_CLIENT_SECRET', 'MICROSOFT_CLIENT_SECRET'],
  revoke: {
    page: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    command: 'az ad app credential delete --id APP_ID --key-id KEY_ID',
    api: 'POST https://graph.microsoft.com/v1.0/applications/OBJECT_ID/removePassword',
  },
  rotate: [
    'Add a new secret to the app registration, or reset it: az ad sp credential reset --id APP_ID (prints the new one once).',
    'Deploy the new one, then delete the old one by its key id.',
    'Better: a managed identity, workload identity federation, or a certificate.',
    'For a refresh token of a user: revoke the sessions of the user in Entra ID.',
  ],
  invalidation: 'Access tokens that were issued live on until they expire, usually 60 to 90 minutes.',
  audit: 'Sign-in logs of service principals and audit logs in Entra ID; az monitor activity-log list.',
  detectUse: 'Sign-ins of the service principal from unknown addresses; new credentials on applications.',
  reach: 'The roles of the service principal on subscriptions, and its permissions in Microsoft Graph.',
  breaks: 'Everything that signs in as the application.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://learn.microsoft.com/en-us/cli/azure/azure-cli-sp-tutorial-7',
  sources: ['https://learn.microsoft.com/en-us/cli/azure/azure-cli-sp-tutorial-7', PARTNER.source],
});
