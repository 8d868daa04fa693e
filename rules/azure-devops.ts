// Azure DevOps: personal access tokens, the annotated form with a Marvin32 checksum and the older bare form.

import { marvin32, toBase62 } from '../src/checksum.js';
import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const PAT =
  'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate';

export const azureDevopsPat = defineRule({
  id: 'azure-devops-pat',
  title: 'Azure DevOps personal access token',
  provider: 'Azure DevOps',
  severity: 'critical',
  keywords: ['JQQJ99'],
  before: 52,
  pattern: /(?<![A-Za-z0-9+_-])[A-Za-z0-9]{52}JQQJ99[A-Z][A-L][A-Za-z0-9]{16}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9+/_-])/,
  check: 'azure-cask',
  minEntropy: 3.8,
  references: [PAT],
  match: [
    `AZURE_DEVOPS_EXT_PAT=«${cask(1)}»`,
    `git clone https://«${cask(2)}»@dev.azure.com/acme/app/_git/app`,
    `{"pat": "«${cask(3)}»"}`,
  ],
  noMatch: [`${sample('base62', 51)}JQQJ99BA${sample('base62', 16)}AZDO${sample('base62', 4)}`, sample('base62', 84)],
});

export const azureDevopsPatLegacy = defineRule({
  id: 'azure-devops-pat-legacy',
  title: 'Azure DevOps personal access token (52 characters)',
  provider: 'Azure DevOps',
  severity: 'high',
  confidence: 'medium',
  keywords: ['azure_devops', 'azuredevops', 'azure-devops', 'azdo', 'ado_', 'vsts', 'system_accesstoken'],
  pattern:
    /(?:azure[_-]?devops|azdo|(?<![a-z])ado_|vsts|system_access)[\w.-]{0,24}(?:token|pat|key|pass|pwd|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[a-z2-7]{52})(?![\w-])/i,
  minEntropy: 3.8,
  references: [PAT],
  match: [
    `AZURE_DEVOPS_EXT_PAT=«${sample('lowerBase32', 52)}»`,
    `vsts_token: "«${sample('lowerBase32', 52, 2)}»"`,
    `"azureDevOpsToken": "«${sample('lowerBase32', 52, 3)}»"`,
  ],
  noMatch: [`vsts ${sample('lowerBase32', 52)}`, `ADO_PAT=${'x'.repeat(52)}`, sample('lowerBase32', 52)],
});

function cask(seed: number): string {
  const body = `${sample('base62', 52, seed)}JQQJ99BAACAAAAAAAAAAAAASAZDO`;
  const hash = Buffer.alloc(4);
  hash.writeUInt32LE(marvin32(Buffer.from(body, 'base64'), 'Default0'));
  return body + toBase62(hash.readUInt32BE(0), 0).padEnd(6, '0').slice(0, 4);
}

export const azureDevopsPatResponse = defineResponse({
  id: 'azure-devops-pat',
  title: 'Azure DevOps personal access token',
  rules: ['azure-devops-pat', 'azure-devops-pat-legacy'],
  names: ['AZURE_DEVOPS_EXT_PAT', 'AZURE_DEVOPS_PAT', 'SYSTEM_ACCESSTOKEN', 'AZURE_DEVOPS_*'],
  revoke: {
    page: 'https://dev.azure.com',
    command: null,
    api: 'DELETE https://vssps.dev.azure.com/ORGANIZATION/_apis/tokens/pats?authorizationId=ID (PAT lifecycle API)',
  },
  rotate: [
    'User settings, Personal access tokens: Revoke, or Regenerate for a new value with the same rights.',
    'Give the new one an expiry and only the scopes it needs. An administrator can revoke tokens of other users.',
  ],
  invalidation: 'Revoking and regenerating end the old value at once.',
  reach: "The user's rights on repositories, pipelines and packages, within the scopes of the token.",
  breaks: 'Scripts and pipelines with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  sources: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    PARTNER.source,
  ],
});
