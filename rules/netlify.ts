// Netlify: personal access tokens, new (nfp_) and old (no prefix).

import { defineResponse, INTERVALS, NOT_REPORTED, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTH = 'https://docs.netlify.com/api/get-started/#authentication';

export const netlifyPat = defineRule({
  id: 'netlify-pat',
  title: 'Netlify personal access token',
  provider: 'Netlify',
  severity: 'high',
  keywords: ['nfp_'],
  pattern: /(?<![A-Za-z0-9])nfp_[A-Za-z0-9]{36}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [AUTH],
  match: [`NETLIFY_AUTH_TOKEN=«nfp_${sample('base62', 36)}»`, `netlify deploy --auth «nfp_${sample('base62', 36, 2)}»`],
  noMatch: [`nfp_${sample('base62', 30)}`, `nfp_${'x'.repeat(36)}`],
});

export const netlifyTokenLegacy = defineRule({
  id: 'netlify-token-legacy',
  title: 'Netlify access token (older)',
  provider: 'Netlify',
  severity: 'high',
  confidence: 'medium',
  keywords: ['netlify'],
  pattern:
    /netlify[\w .-]{0,20}(?:token|key|secret|auth)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?!nfp_)(?=[A-Za-z_-]{0,30}\d)[\w-]{40,46})(?![\w-])/i,
  minEntropy: 3,
  references: [AUTH],
  match: [`NETLIFY_AUTH_TOKEN=«${sample('base64url', 43)}»`, `netlify_token: '«${sample('base64url', 43, 2)}»'`],
  noMatch: [`netlify ${sample('base64url', 43)}`, `NETLIFY_AUTH_TOKEN=${'x'.repeat(43)}`],
});

export const netlifyTokenResponse = defineResponse({
  id: 'netlify-token',
  title: 'Netlify access token',
  rules: ['netlify-pat', 'netlify-token-legacy'],
  names: ['NETLIFY_AUTH_TOKEN', 'NETLIFY_TOKEN', 'NETLIFY_*'],
  revoke: {
    page: 'https://app.netlify.com/user/applications#personal-access-tokens',
    command: null,
    api: 'GET https://api.netlify.com/api/v1/access_tokens for the id, then DELETE https://api.netlify.com/api/v1/access_tokens/TOKEN_ID',
  },
  rotate: [...REPLACE],
  invalidation: 'At once.',
  audit: 'Audit log of the team: GET https://api.netlify.com/api/v1/accounts/ACCOUNT_ID/audit',
  detectUse: 'Deployments and variables that nobody changed, in the audit log of the team.',
  reach: 'Sites, deployments and variables of the teams of its user.',
  breaks: 'Deployments with that token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.netlify.com/api-and-cli-guides/cli-guides/get-started-with-cli/',
  sources: [
    'https://docs.netlify.com/api-and-cli-guides/cli-guides/get-started-with-cli/',
    'https://open-api.netlify.com/',
  ],
});
