// Tailscale: auth, API, OAuth, SCIM and webhook keys share one form.

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
