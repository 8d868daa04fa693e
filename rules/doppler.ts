// Doppler: a prefix of its own for each kind of token.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const SERVICE = 'https://docs.doppler.com/docs/service-tokens';
const HOME = 'https://docs.doppler.com';

export const dopplerPersonalToken = defineRule({
  id: 'doppler-personal-token',
  title: 'Doppler personal token',
  provider: 'Doppler',
  severity: 'critical',
  keywords: ['dp.pt.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.pt\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [SERVICE],
  match: [`DOPPLER_TOKEN=«dp.pt.${sample('base62', 43)}»`, `Authorization: Bearer «dp.pt.${sample('base62', 40, 2)}»`],
  noMatch: [`dp.pt.${sample('base62', 39)}`, `dp.pt.${'x'.repeat(40)}`],
});

export const dopplerCliToken = defineRule({
  id: 'doppler-cli-token',
  title: 'Doppler CLI token',
  provider: 'Doppler',
  severity: 'critical',
  keywords: ['dp.ct.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.ct\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HOME],
  match: [`DOPPLER_TOKEN=«dp.ct.${sample('base62', 43)}»`, `Authorization: Bearer «dp.ct.${sample('base62', 40, 2)}»`],
  noMatch: [`dp.ct.${sample('base62', 39)}`, `dp.ct.${'x'.repeat(40)}`],
});

export const dopplerServiceToken = defineRule({
  id: 'doppler-service-token',
  title: 'Doppler service token',
  provider: 'Doppler',
  severity: 'critical',
  keywords: ['dp.st.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.st\.(?:[a-z0-9_-]{2,35}\.){0,1}[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [SERVICE],
  match: [
    `DOPPLER_TOKEN=«dp.st.${sample('base62', 43)}»`,
    `Authorization: Bearer «dp.st.${sample('base62', 40, 2)}»`,
    `doppler_token: "«dp.st.prd_backend.${sample('base62', 44, 3)}»"`,
  ],
  noMatch: [`dp.st.${sample('base62', 39)}`, `dp.st.${'x'.repeat(40)}`],
});

export const dopplerServiceAccountToken = defineRule({
  id: 'doppler-service-account-token',
  title: 'Doppler service account token',
  provider: 'Doppler',
  severity: 'critical',
  keywords: ['dp.sa.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.sa\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HOME],
  match: [`DOPPLER_TOKEN=«dp.sa.${sample('base62', 43)}»`, `Authorization: Bearer «dp.sa.${sample('base62', 40, 2)}»`],
  noMatch: [`dp.sa.${sample('base62', 39)}`, `dp.sa.${'x'.repeat(40)}`],
});

export const dopplerScimToken = defineRule({
  id: 'doppler-scim-token',
  title: 'Doppler SCIM token',
  provider: 'Doppler',
  severity: 'high',
  keywords: ['dp.scim.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.scim\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HOME],
  match: [
    `DOPPLER_TOKEN=«dp.scim.${sample('base62', 43)}»`,
    `Authorization: Bearer «dp.scim.${sample('base62', 40, 2)}»`,
  ],
  noMatch: [`dp.scim.${sample('base62', 39)}`, `dp.scim.${'x'.repeat(40)}`],
});

export const dopplerAuditToken = defineRule({
  id: 'doppler-audit-token',
  title: 'Doppler audit token',
  provider: 'Doppler',
  severity: 'high',
  keywords: ['dp.audit.'],
  pattern: /(?<![A-Za-z0-9_.-])dp\.audit\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HOME],
  match: [
    `DOPPLER_TOKEN=«dp.audit.${sample('base62', 43)}»`,
    `Authorization: Bearer «dp.audit.${sample('base62', 40, 2)}»`,
  ],
  noMatch: [`dp.audit.${sample('base62', 39)}`, `dp.audit.${'x'.repeat(40)}`],
});

export const dopplerTokenResponse = defineResponse({
  id: 'doppler-token',
  title: 'Doppler token',
  rules: [
    'doppler-audit-token',
    'doppler-cli-token',
    'doppler-personal-token',
    'doppler-scim-token',
    'doppler-service-account-token',
    'doppler-service-token',
  ],
  names: ['DOPPLER_TOKEN', 'DOPPLER_SERVICE_TOKEN', 'DOPPLER_*'],
  revoke: {
    page: 'https://dashboard.doppler.com',
    command: null,
    api: 'POST https://api.doppler.com/v3/auth/revoke, the value in the JSON body from a file',
  },
  rotate: [
    'Revoke it first, create another with the smallest scope.',
    'Renew every secret of the configs that it could read.',
  ],
  invalidation: 'At once. Secrets that were read with it stay what they are: renew them.',
  audit: 'Activity log of the workplace.',
  detectUse: 'Reads in the activity log that nobody caused.',
  reach: 'All secrets of the config, project or workplace that it is for.',
  breaks: 'Programs that read their secrets with it.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.doppler.com/docs/service-tokens',
  sources: ['https://docs.doppler.com/docs/service-tokens', PARTNER.source],
});
