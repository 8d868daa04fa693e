// Notion: integration tokens, old and new, and OAuth refresh tokens.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHORIZATION = 'https://developers.notion.com/docs/authorization';

export const notionToken = defineRule({
  id: 'notion-token',
  title: 'Notion integration token',
  provider: 'Notion',
  severity: 'high',
  keywords: ['ntn_'],
  pattern: /(?<![A-Za-z0-9_])ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [AUTHORIZATION],
  match: [
    `NOTION_TOKEN=«ntn_${sample('digits', 11)}${sample('base62', 35)}»`,
    `new Client({ auth: '«ntn_${sample('digits', 11, 2)}${sample('base62', 35, 2)}»' })`,
  ],
  noMatch: [`ntn_${sample('digits', 11)}${sample('base62', 20)}`, `ntn_${sample('letters', 46)}`],
});

export const notionOauthRefreshToken = defineRule({
  id: 'notion-oauth-refresh-token',
  title: 'Notion OAuth refresh token',
  provider: 'Notion',
  severity: 'high',
  keywords: ['nrt_'],
  pattern: /(?<![A-Za-z0-9_])nrt_[A-Za-z0-9_]{40,55}(?![A-Za-z0-9_])/,
  minEntropy: 4,
  near: { words: ['notion'], before: 200, after: 200 },
  references: [AUTHORIZATION],
  match: [
    `NOTION_REFRESH_TOKEN=«nrt_${sample('base62', 48)}»`,
    `// notion\n{"refresh_token": "«nrt_${sample('base62', 46, 2)}»"}`,
  ],
  noMatch: [`notion nrt_${sample('base62', 20)}`, `nrt_${'x'.repeat(46)}`],
});

export const notionTokenLegacy = defineRule({
  id: 'notion-token-legacy',
  title: 'Notion integration token (secret_ form)',
  provider: 'Notion',
  severity: 'high',
  keywords: ['secret_'],
  pattern: /(?<![A-Za-z0-9_])secret_[A-Za-z0-9]{43}(?![A-Za-z0-9_])/,
  minEntropy: 4.1,
  near: { words: ['notion'], before: 150, after: 150 },
  references: [AUTHORIZATION],
  match: [
    `NOTION_API_KEY=«secret_${sample('base62', 43)}»`,
    `const notion = new Client({ auth: "«secret_${sample('base62', 43, 2)}»" })`,
  ],
  noMatch: [`notion secret_${sample('base62', 30)}`, `secret_${sample('base62', 43)}`],
});

export const notionTokenResponse = defineResponse({
  id: 'notion-token',
  title: 'Notion integration token',
  rules: ['notion-token', 'notion-token-legacy', 'notion-oauth-refresh-token'],
  names: ['NOTION_TOKEN', 'NOTION_API_KEY', 'NOTION_*'],
  revoke: { page: 'https://www.notion.so/profile/integrations', command: null, api: null },
  rotate: [
    'Open the integration and refresh its secret, deploy the new one.',
    'Check which pages are shared with the integration, and take away what it does not need.',
  ],
  detectUse: 'Changes by the integration in the history of pages.',
  reach: 'The pages and databases that are shared with the integration.',
  breaks: 'The integration, until it has the new secret.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developers.notion.com/docs/authorization',
  sources: ['https://developers.notion.com/docs/authorization', PARTNER.source],
});
