// Hugging Face: user tokens and the older tokens of organizations.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://huggingface.co/docs/hub/security-tokens';

export const huggingfaceUserToken = defineRule({
  id: 'huggingface-user-token',
  title: 'Hugging Face user access token',
  provider: 'Hugging Face',
  severity: 'critical',
  keywords: ['hf_'],
  pattern: /(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{34}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [`HF_TOKEN=«hf_${sample('letters', 34)}»`, `login(token="«hf_${sample('letters', 34, 2)}»")`],
  noMatch: [`hf_${sample('letters', 33)}`, `hf_${'x'.repeat(34)}`],
});

export const huggingfaceOrgToken = defineRule({
  id: 'huggingface-org-token',
  title: 'Hugging Face organization token',
  provider: 'Hugging Face',
  severity: 'critical',
  keywords: ['api_org_'],
  pattern: /(?<![A-Za-z0-9])api_org_[A-Za-z0-9]{34}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [`HF_TOKEN=«api_org_${sample('letters', 34)}»`, `Authorization: Bearer «api_org_${sample('letters', 34, 2)}»`],
  noMatch: [`api_org_${sample('letters', 33)}`, `api_org_${'x'.repeat(34)}`],
});

export const huggingFaceTokenResponse = defineResponse({
  id: 'hugging-face-token',
  title: 'Hugging Face access token',
  rules: ['huggingface-user-token', 'huggingface-org-token'],
  names: [
    'HF_TOKEN',
    'HUGGINGFACE_TOKEN',
    'HUGGING_FACE_HUB_TOKEN',
    'HUGGINGFACEHUB_API_TOKEN',
    'HF_*',
    'HUGGINGFACE_*',
  ],
  revoke: {
    page: 'https://huggingface.co/settings/tokens',
    command: null,
    api: 'POST https://huggingface.co/api/credentials/revoke, without authentication, the value in the JSON body from a file; whoever holds it may do so',
  },
  rotate: ['Revoke by value, or delete or refresh it in the settings.', 'Create one fine-grained token for each use.'],
  invalidation: 'At once everywhere. An organization that revokes it only shuts it out of that organization.',
  audit: 'Audit log of the organization, where the plan has one.',
  detectUse:
    'Token list of the organization with last use (Team and Enterprise); commits and downloads that nobody made.',
  reach: 'Private models, data sets and Spaces, endpoints and billing, within its rights.',
  breaks: 'Downloads, jobs and Spaces with that token.',
  vendorNote: 'Hugging Face scans pushes to its own hub and mails the owner. ' + PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://huggingface.co/docs/hub/security-tokens',
  sources: ['https://huggingface.co/docs/hub/security-tokens', PARTNER.source],
});
