// Tailscale: auth, API, OAuth, SCIM and webhook keys share one form.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const tailscaleKey = defineRule({
  id: 'tailscale-key',
  title: 'Tailscale key',
  provider: 'Tailscale',
  severity: 'critical',
  keywords: ['tskey-'],
  pattern:
    /(?<![A-Za-z0-9])tskey-(?:(?:auth|api|client|scim|webhook)-)?[A-Za-z0-9]{10,20}-[A-Za-z0-9]{20,64}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://tailscale.com/kb/1277/key-prefixes'],
  match: [
    `TS_AUTHKEY=«tskey-auth-k${sample('base62', 11)}CNTRL-${sample('base62', 33)}»`,
    `curl -u «tskey-api-k${sample('base62', 11, 2)}CNTRL-${sample('base62', 33, 2)}»: https://api.tailscale.com`,
    `tailscale up --authkey «tskey-${sample('base62', 12)}-${sample('base62', 22)}»`,
  ],
  noMatch: [`tskey-auth-k${sample('base62', 11)}CNTRL`, `tskey-auth-${'x'.repeat(12)}`],
});

export const tailscaleKeyResponse = defineResponse({
  id: 'tailscale-key',
  title: 'Tailscale auth, API or client key',
  rules: ['tailscale-key'],
  names: ['TS_AUTHKEY', 'TAILSCALE_AUTHKEY', 'TAILSCALE_API_KEY', 'TS_API_KEY', 'TAILSCALE_*', 'TS_AUTH*'],
  revoke: {
    page: 'https://login.tailscale.com/admin/settings/keys',
    command: null,
    api: 'DELETE https://api.tailscale.com/api/v2/tailnet/-/keys/KEY_ID',
  },
  rotate: [
    'Revoke the key, and remove devices that joined with it and are not yours.',
    'Create another: for one use, for short-lived devices, with tags. Better: an OAuth client.',
  ],
  invalidation: 'Devices that have joined stay in the tailnet: remove them.',
  audit: 'Configuration log and list of machines.',
  detectUse: 'Machines that nobody added.',
  reach: 'Auth key: a place in the private network. API key: administration of it.',
  breaks: 'Joining of new devices, or tools, with it.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://tailscale.com/docs/features/access-control/auth-keys',
  sources: ['https://tailscale.com/docs/features/access-control/auth-keys', PARTNER.source],
});
