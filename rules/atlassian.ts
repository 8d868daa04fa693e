// Atlassian: cloud API tokens with a CRC-32, the older 24-character form, and Data Center tokens.

import { crc32, toHex8 } from '../src/checksum.js';
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
