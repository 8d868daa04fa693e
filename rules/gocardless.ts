// GoCardless: access tokens. `live_` and `sandbox_` are shared by many, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const REFERENCE = 'https://developer.gocardless.com/api-reference/#api-usage-making-requests';

export const gocardlessToken = defineRule({
  id: 'gocardless-token',
  title: 'GoCardless access token',
  provider: 'GoCardless',
  severity: 'critical',
  keywords: ['live_'],
  pattern: /(?<![A-Za-z0-9_])live_[A-Za-z0-9_-]{40,42}(?![A-Za-z0-9_=-])/,
  near: { words: ['gocardless'], before: 200, after: 200 },
  minEntropy: 4,
  references: [REFERENCE],
  match: [
    `GOCARDLESS_ACCESS_TOKEN=«live_${sample('base64url', 40)}»`,
    `curl https://api.gocardless.com/customers -H "Authorization: Bearer «live_${sample('base64url', 42)}»"`,
  ],
  noMatch: [`live_${sample('base64url', 40)}`, `gocardless live_${sample('base64url', 38)}`],
});

export const gocardlessTokenTest = defineRule({
  id: 'gocardless-token-test',
  title: 'GoCardless sandbox access token',
  provider: 'GoCardless',
  severity: 'low',
  keywords: ['sandbox_'],
  pattern: /(?<![A-Za-z0-9_])sandbox_[A-Za-z0-9_-]{40,42}(?![A-Za-z0-9_=-])/,
  near: { words: ['gocardless'], before: 200, after: 200 },
  minEntropy: 4,
  references: [REFERENCE],
  match: [
    `GOCARDLESS_TOKEN=«sandbox_${sample('base64url', 40)}»`,
    `gocardless: { accessToken: '«sandbox_${sample('base64url', 42)}»' }`,
  ],
  noMatch: [`sandbox_${sample('base64url', 40)}`, `gocardless sandbox_${sample('base64url', 38)}`],
});
