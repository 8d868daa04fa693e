// Anthropic: API keys, admin keys, and the OAuth and session tokens of Claude Code.

import { defineResponse, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const OVERVIEW = 'https://docs.anthropic.com/en/api/overview';

export const anthropicApiKey = defineRule({
  id: 'anthropic-api-key',
  title: 'Anthropic API key',
  provider: 'Anthropic',
  severity: 'critical',
  keywords: ['sk-ant-api0'],
  pattern: /(?<![A-Za-z0-9])sk-ant-api0[1-3]-[A-Za-z0-9_-]{93}AA(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.7,
  references: [OVERVIEW],
  match: [
    `ANTHROPIC_API_KEY=«sk-ant-api03-${sample('base64url', 93)}AA»`,
    `new Anthropic({ apiKey: '«sk-ant-api03-${sample('base64url', 93, 2)}AA»' })`,
  ],
  noMatch: [`sk-ant-api03-${sample('base64url', 60)}`, `sk-ant-api03-${'x'.repeat(93)}AA`],
});

export const anthropicAdminKey = defineRule({
  id: 'anthropic-admin-key',
  title: 'Anthropic admin API key',
  provider: 'Anthropic',
  severity: 'critical',
  keywords: ['sk-ant-admin01-'],
  pattern: /(?<![A-Za-z0-9])sk-ant-admin01-[A-Za-z0-9_-]{93}AA(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.7,
  references: [OVERVIEW],
  match: [
    `ANTHROPIC_ADMIN_KEY=«sk-ant-admin01-${sample('base64url', 93)}AA»`,
    `x-api-key: «sk-ant-admin01-${sample('base64url', 93, 2)}AA»`,
  ],
  noMatch: [`sk-ant-admin01-${sample('base64url', 60)}`, `sk-ant-admin01-${'x'.repeat(93)}AA`],
});

export const anthropicOauthToken = defineRule({
  id: 'anthropic-oauth-token',
  title: 'Anthropic OAuth or session token',
  provider: 'Anthropic',
  severity: 'high',
  keywords: ['sk-ant-oat01-', 'sk-ant-ort01-', 'sk-ant-sid01-'],
  pattern: /(?<![A-Za-z0-9])sk-ant-(?:oat|ort|sid)01-[A-Za-z0-9_-]{80,128}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [OVERVIEW],
  match: [
    `CLAUDE_CODE_OAUTH_TOKEN=«sk-ant-oat01-${sample('base64url', 95)}»`,
    `"refreshToken":"«sk-ant-ort01-${sample('base64url', 95, 2)}»"`,
    `Cookie: sessionKey=«sk-ant-sid01-${sample('base64url', 95, 3)}»`,
  ],
  noMatch: [`sk-ant-oat01-${sample('base64url', 40)}`, `sk-ant-sid01-${'x'.repeat(95)}`],
});

export const anthropicApiKeyResponse = defineResponse({
  id: 'anthropic-api-key',
  title: 'Anthropic API key',
  rules: ['anthropic-api-key', 'anthropic-admin-key', 'anthropic-oauth-token'],
  names: ['ANTHROPIC_API_KEY', 'CLAUDE_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_*', 'CLAUDE_*'],
  revoke: { page: 'https://platform.claude.com/settings/keys', command: null, api: null },
  rotate: [
    'On the page of keys, open the menu of the key and delete it. This cannot be undone.',
    'Create a new one for one workspace, and set a spending limit for it.',
  ],
  invalidation: 'At once.',
  audit: 'Usage and cost pages of the console.',
  detectUse: 'Usage by key and workspace: unknown models, hours and amounts.',
  reach: 'Spending and files of the workspace; an admin key: members, workspaces and keys of the organization.',
  breaks: 'Every call with the key.',
  vendorNote: PARTNER.note,
  rotationDays: { days: 90, source: 'Anthropic, API key best practices: for example every 90 days' },
  docs: 'https://support.claude.com/en/articles/9767949-api-key-best-practices',
  sources: [
    'https://support.claude.com/en/articles/9767949-api-key-best-practices',
    'https://support.claude.com/en/articles/8384961-what-should-i-do-if-i-suspect-my-api-key-has-been-compromised',
    PARTNER.source,
  ],
});
