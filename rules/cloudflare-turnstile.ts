// Cloudflare Turnstile: secret and site keys share a prefix; the length tells them apart.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developers.cloudflare.com/turnstile/';

export const turnstileSecretKey = defineRule({
  id: 'turnstile-secret-key',
  title: 'Cloudflare Turnstile secret key',
  provider: 'Cloudflare Turnstile',
  severity: 'medium',
  keywords: ['0x4AAAAAA'],
  pattern: /(?<![A-Za-z0-9])0x4AAAAAA[\w-]{26}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.1,
  publicValues: ['1x000000000' + '0000000000000000000000AA'],
  references: [DOCS],
  match: [
    `TURNSTILE_SECRET_KEY=«0x4AAAAAA${sample('base64url', 26)}»`,
    `{"turnstileSecretKey": "«0x4AAAAAA${sample('base64url', 26, 2)}»"}`,
  ],
  noMatch: [`0x4AAAAAA${'x'.repeat(26)}`, `0x4AAAAAA${sample('base64url', 21, 3)}`],
});

export const turnstileSiteKey = defineRule({
  id: 'turnstile-site-key',
  title: 'Cloudflare Turnstile site key',
  provider: 'Cloudflare Turnstile',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['0x4AAAAAA'],
  pattern: /(?<![A-Za-z0-9])0x4AAAAAA[\w-]{15}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.6,
  publicValues: ['1x000000' + '00000000000000AA'],
  references: [DOCS],
  match: [
    `TURNSTILE_SITE_KEY=«0x4AAAAAA${sample('base64url', 15)}»`,
    `turnstile_site_key: «0x4AAAAAA${sample('base64url', 15, 2)}»`,
  ],
  noMatch: [`0x4AAAAAA${'x'.repeat(15)}`, `0x4AAAAAA${sample('base64url', 14, 3)}`],
});
