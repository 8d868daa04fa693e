// Azure Entra ID: client secrets, known by 8Q~ or 7Q~ at the fourth character, and refresh tokens.

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
