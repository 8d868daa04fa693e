// Atlassian: cloud API tokens with a CRC-32, the older 24-character form, and Data Center tokens.

import { crc32, toHex8 } from '../src/checksum.js';
import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API_TOKENS = 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/';
const cloudToken = (seed: number) => {
  const text = 'ATATT3xFfGF0' + sample('base64url', 171, seed) + '=';
  return text + toHex8(crc32(text)).toUpperCase();
};
const dataCenterToken = (seed: number) => {
  const random = Buffer.from(sample('hex', 40, seed), 'hex');
  return Buffer.concat([Buffer.from(sample('digits', 12, seed) + ':'), random]).toString('base64');
};

export const atlassianApiToken = defineRule({
  id: 'atlassian-api-token',
  title: 'Atlassian API token',
  provider: 'Atlassian',
  severity: 'critical',
  keywords: ['ATATT3xFfGF0'],
  pattern: /(?<![A-Za-z0-9])ATATT3xFfGF0[A-Za-z0-9_-]{71,231}(?:=|\\=|%3D)[0-9A-F]{8}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'crc32-hex-atlassian',
  enforceCheck: true,
  references: [API_TOKENS],
  match: [
    `JIRA_API_TOKEN=«${cloudToken(1)}»`,
    `"atlassianToken": "«${cloudToken(2)}»"`,
    `curl -u me@acme.io:«${cloudToken(3)}» https://acme.atlassian.net`,
  ],
  noMatch: [
    `ATATT3xFfGF0${sample('base64url', 40)}`,
    `ATATT3xFfGF0${sample('base64url', 171)}=${sample('upperHex', 8)}`,
  ],
});

export const atlassianDatacenterPat = defineRule({
  id: 'atlassian-datacenter-pat',
  title: 'Jira or Confluence Data Center access token',
  provider: 'Atlassian',
  severity: 'high',
  keywords: ['jira', 'confluence', 'atlassian', 'bearer'],
  // Base64 of 12 digits, a colon and 20 random bytes: the digits and the colon fix the first 18 characters.
  pattern:
    /(?:(?:[Jj]ira|JIRA|[Cc]onfluence|CONFLUENCE|[Aa]tlassian|ATLASSIAN)[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?:[Bb]earer )?|[Bb]earer[ \t]{1,4})(?<secret>(?:[MNO][DTjz][AEIMQUYcgk][wxyz0-5]){4}O[g-v][A-Za-z0-9+/]{26})(?![A-Za-z0-9+/=])/,
  minEntropy: 3.6,
  references: ['https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html'],
  match: [
    `JIRA_PAT=«${dataCenterToken(1)}»`,
    `Authorization: Bearer «${dataCenterToken(2)}»`,
    `confluence_token: '«${dataCenterToken(3)}»'`,
  ],
  noMatch: [`Bearer ${sample('base62', 8)}`, `jira ${dataCenterToken(1)}`],
});

export const atlassianApiTokenLegacy = defineRule({
  id: 'atlassian-api-token-legacy',
  title: 'Atlassian API token (24 characters)',
  provider: 'Atlassian',
  severity: 'high',
  confidence: 'medium',
  keywords: ['atlassian', 'jira', 'confluence'],
  pattern:
    /(?:[Jj]ira|JIRA|[Cc]onfluence|CONFLUENCE|[Aa]tlassian|ATLASSIAN)[\w.-]{0,24}(?:[Tt]oken|TOKEN|[Kk]ey|KEY|[Ss]ecret|SECRET|[Pp]ass|PASS)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?=[A-Za-z]{0,23}[0-9])(?=[a-z0-9]{0,23}[A-Z])(?<secret>[A-Za-z0-9]{24})(?![\w.(-])/,
  minEntropy: 3.4,
  references: [API_TOKENS],
  match: [
    `JIRA_API_TOKEN=«${sample('base62', 24)}»`,
    `"confluencePassword": "«${sample('base62', 24, 2)}»"`,
    `atlassian.token: «${sample('base62', 24, 3)}»`,
  ],
  noMatch: [`jira ${sample('base62', 24)}`, `atlassian.tokenProvider(${sample('letters', 24)})`],
});

export const atlassianApiTokenResponse = defineResponse({
  id: 'atlassian-api-token',
  title: 'Atlassian Cloud API token',
  rules: ['atlassian-api-token', 'atlassian-api-token-legacy'],
  names: [
    'ATLASSIAN_API_TOKEN',
    'JIRA_API_TOKEN',
    'CONFLUENCE_API_TOKEN',
    'JIRA_TOKEN',
    'ATLASSIAN_*',
    'JIRA_*',
    'CONFLUENCE_*',
  ],
  revoke: { page: 'https://id.atlassian.com/manage-profile/security/api-tokens', command: null, api: null },
  rotate: [
    'Create a new token, with scopes and an expiry, deploy it.',
    'Revoke the old one on the same page. An administrator of the organization can revoke tokens of managed accounts.',
  ],
  audit: 'Audit log of the organization in its administration.',
  reach: 'Everything that its user sees and may do in Jira, Confluence and Bitbucket.',
  breaks: 'Integrations that sign in as that user.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  sources: [
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    PARTNER.source,
  ],
});

export const atlassianDatacenterPatResponse = defineResponse({
  id: 'atlassian-datacenter-pat',
  title: 'Jira, Confluence or Bitbucket Data Center personal access token',
  rules: ['atlassian-datacenter-pat', 'bitbucket-datacenter-http-token'],
  names: ['JIRA_PAT', 'CONFLUENCE_PAT'],
  revoke: {
    page: null,
    command: null,
    api: 'GET /rest/pat/latest/tokens of your instance for the id, then DELETE /rest/pat/latest/tokens/TOKEN_ID',
  },
  rotate: [
    'Profile of the user on your instance, Personal access tokens: revoke the leaked one. Administrators can revoke those of others.',
    'Create another with an expiry, deploy it, prove it with a call.',
  ],
  reach: "The user's rights on that instance.",
  breaks: 'Integrations with that token.',
  vendorRevokes: false,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
  sources: ['https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html'],
});
