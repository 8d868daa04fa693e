// Hugging Face: user tokens and the older tokens of organizations.

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
