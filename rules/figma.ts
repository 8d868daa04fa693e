// Figma: personal, OAuth, plan and SCIM tokens with a prefix, and the older personal tokens by name.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://developers.figma.com/docs/rest-api/authentication/';

export const figmaPat = defineRule({
  id: 'figma-pat',
  title: 'Figma personal access token',
  provider: 'Figma',
  severity: 'high',
  keywords: ['figd_'],
  pattern: /(?<![A-Za-z0-9])figd_[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `FIGMA_TOKEN=«${'figd_'}${sample('base64url', 40)}»`,
    `X-Figma-Token: «${'figd_'}${sample('base64url', 40, 2)}»`,
  ],
  noMatch: [`figd_${sample('base64url', 38)}`, `figd_${'x'.repeat(40)}`],
});

export const figmaOauthToken = defineRule({
  id: 'figma-oauth-token',
  title: 'Figma OAuth, plan or SCIM token',
  provider: 'Figma',
  severity: 'high',
  keywords: ['figo_', 'figu_', 'figor_', 'figdr_', 'figh_', 'figp_'],
  pattern: /(?<![A-Za-z0-9])fig(?:o|u|or|dr|h|p)_[A-Za-z0-9_-]{40,54}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `"access_token": "«${'figu_'}${sample('base64url', 40)}»"`,
    `FIGMA_REFRESH=«${'figor_'}${sample('base64url', 44, 2)}»`,
  ],
  noMatch: [`figu_${sample('base64url', 30)}`, `figx_${sample('base64url', 40)}`],
});

export const figmaPatLegacy = defineRule({
  id: 'figma-pat-legacy',
  title: 'Figma personal access token (digits and UUID)',
  provider: 'Figma',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['figma'],
  pattern:
    /(?<![A-Za-z0-9])figma[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9]{4,7}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`FIGMA_TOKEN=«${`48151-${sampleUuid()}`}»`, `curl -H 'X-Figma-Token: «${`162342-${sampleUuid(2)}`}»'`],
  noMatch: [`figma 48151-${sampleUuid()}`, `FIGMA_TOKEN=${'0'.repeat(5)}-${'0'.repeat(8)}`],
});

export const figmaTokenResponse = defineResponse({
  id: 'figma-token',
  title: 'Figma access token',
  rules: ['figma-pat', 'figma-pat-legacy', 'figma-oauth-token'],
  names: ['FIGMA_TOKEN', 'FIGMA_ACCESS_TOKEN', 'FIGMA_API_KEY', 'FIGMA_*'],
  revoke: { page: 'https://www.figma.com/settings', command: null, api: null },
  rotate: ['Settings, Security, Personal access tokens: revoke it, create another with narrow scopes and an expiry.'],
  audit: 'Activity logs of the organization (Enterprise): GET https://api.figma.com/v1/activity_logs',
  reach: 'Files and comments that its user can open, within its scopes.',
  breaks: 'Tools with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://help.figma.com/hc/en-us/articles/8085703771159-Manage-personal-access-tokens',
  sources: ['https://help.figma.com/hc/en-us/articles/8085703771159-Manage-personal-access-tokens', PARTNER.source],
});
