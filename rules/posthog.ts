// PostHog: personal keys, secure keys and OAuth tokens, and the project key that web pages carry.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://posthog.com/docs/api';

export const posthogPersonalApiKey = defineRule({
  id: 'posthog-personal-api-key',
  title: 'PostHog personal API key',
  provider: 'PostHog',
  severity: 'high',
  keywords: ['phx_'],
  pattern: /(?<![A-Za-z0-9])phx_[\w-]{41,49}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [`POSTHOG_API_KEY=«phx_${sample('base62', 43)}»`, `Authorization: Bearer «phx_${sample('base62', 47, 2)}»`],
  noMatch: [`phx_${sample('base62', 30)}`, `phx_${'x'.repeat(43)}`],
});

export const posthogOtherKey = defineRule({
  id: 'posthog-other-key',
  title: 'PostHog secure key or OAuth token',
  provider: 'PostHog',
  severity: 'high',
  keywords: ['phs_', 'pha_', 'phr_'],
  pattern: /(?<![A-Za-z0-9])ph[sar]_[\w-]{40,60}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [
    `"feature_flags_secure_key": "«phs_${sample('base62', 43)}»"`,
    `access_token=«pha_${sample('base62', 43, 2)}»`,
    `refresh_token: «phr_${sample('base62', 44, 3)}»`,
  ],
  noMatch: [`pha_${sample('base62', 30)}`, `phr_${'x'.repeat(43)}`],
});

export const posthogProjectKey = defineRule({
  id: 'posthog-project-key',
  title: 'PostHog project API key',
  provider: 'PostHog',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['phc_'],
  pattern: /(?<![A-Za-z0-9])phc_[\w-]{41,44}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [DOCS],
  match: [
    `NEXT_PUBLIC_POSTHOG_KEY=«phc_${sample('base62', 43)}»`,
    `posthog.init('«phc_${sample('base62', 43, 2)}»', {})`,
  ],
  noMatch: [`phc_${sample('base62', 30)}`, `phc_${'x'.repeat(43)}`],
});
