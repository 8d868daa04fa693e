// OpenAI: API keys, all with T3BlbkFJ ("OpenAI" in base64) in the middle.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHENTICATION = 'https://platform.openai.com/docs/api-reference/authentication';

export const openaiProjectKey = defineRule({
  id: 'openai-project-key',
  title: 'OpenAI project or service account key',
  provider: 'OpenAI',
  severity: 'critical',
  keywords: ['sk-proj-', 'sk-svcacct-'],
  pattern:
    /(?<![A-Za-z0-9])sk-(?:proj|svcacct)-(?:[A-Za-z0-9_-]{74}T3BlbkFJ[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}T3BlbkFJ[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20}T3BlbkFJ[A-Za-z0-9_-]{20})(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.2,
  references: [AUTHENTICATION],
  match: [
    `OPENAI_API_KEY=«sk-proj-${around('base64url', 74)}»`,
    `api_key="«sk-svcacct-${around('base64url', 58)}»"`,
    `Authorization: Bearer «sk-proj-${around('base62', 20)}»`,
  ],
  noMatch: [`sk-proj-${sample('base62', 48)}`, `sk-proj-${around('base62', 21)}`, `sk-proj-${'x'.repeat(48)}`],
});

export const openaiAdminKey = defineRule({
  id: 'openai-admin-key',
  title: 'OpenAI admin key',
  provider: 'OpenAI',
  severity: 'critical',
  keywords: ['sk-admin-'],
  pattern: /(?<![A-Za-z0-9])sk-admin-[A-Za-z0-9_-]{58}T3BlbkFJ[A-Za-z0-9_-]{58}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.7,
  references: [AUTHENTICATION],
  match: [
    `OPENAI_ADMIN_KEY=«sk-admin-${around('base64url', 58)}»`,
    `{"adminKey": "«sk-admin-${around('base64url', 58, 2)}»"}`,
  ],
  noMatch: [`sk-admin-${around('base64url', 57)}`, `sk-admin-${sample('base62', 40)}`],
});

export const openaiApiKeyLegacy = defineRule({
  id: 'openai-api-key-legacy',
  title: 'OpenAI API key (legacy user key)',
  provider: 'OpenAI',
  severity: 'critical',
  keywords: ['T3BlbkFJ'],
  before: 23,
  pattern: /(?<![A-Za-z0-9])sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}(?![A-Za-z0-9_-])/,
  minEntropy: 4.1,
  references: [AUTHENTICATION],
  match: [`OPENAI_API_KEY=«sk-${around('base62', 20)}»`, `openai.api_key = "«sk-${around('base62', 20, 2)}»"`],
  noMatch: [`sk-${around('base62', 19)}`, `sk-${sample('base62', 48)}`],
});

function around(alphabet: 'base62' | 'base64url', length: number, seed = 1): string {
  return `${sample(alphabet, length, seed)}T3BlbkFJ${sample(alphabet, length, seed + 10)}`;
}

export const openaiApiKeyResponse = defineResponse({
  id: 'openai-api-key',
  title: 'OpenAI API key',
  rules: ['openai-project-key', 'openai-admin-key', 'openai-api-key-legacy'],
  names: ['OPENAI_API_KEY', 'OPENAI_KEY', 'OPENAI_ADMIN_KEY', 'OPENAI_*'],
  revoke: {
    page: 'https://platform.openai.com/api-keys',
    command: null,
    api: 'DELETE https://api.openai.com/v1/organization/projects/PROJECT_ID/api_keys/KEY_ID, with an admin key',
  },
  rotate: [
    'Delete the key on the page of keys (the bin beside it). An admin key: settings of the organization, Admin keys.',
    'Create a new one for one project, with restricted permissions, and set a budget.',
  ],
  invalidation: 'At once; requests in flight fail.',
  audit: 'Audit logs of the organization (GET /v1/organization/audit_logs), usage pages.',
  detectUse: 'Usage by project and key: unknown models, hours and amounts.',
  reach:
    'Spending, files, assistants and fine-tuned models of the project; an admin key: members and keys of the organization.',
  breaks: 'Every call with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
  sources: [
    'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
    'https://help.openai.com/en/articles/4936850-where-do-i-find-my-openai-api-key',
    PARTNER.source,
  ],
});
