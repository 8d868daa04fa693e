// Stytch: project secrets, live and test, and the public tokens that clients carry.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const AUTHENTICATION = 'https://stytch.com/docs/api/authentication';

// The lookahead wants an upper-case letter: `secret-live-…` is also how people name things, in lower case.
export const stytchSecret = defineRule({
  id: 'stytch-secret',
  title: 'Stytch project secret',
  provider: 'Stytch',
  severity: 'critical',
  keywords: ['secret-live-'],
  pattern: /(?<![A-Za-z0-9_-])secret-live-(?=[a-z0-9_-]{0,30}[A-Z])[A-Za-z0-9_-]{36,58}={0,2}(?![A-Za-z0-9_=-])/,
  distinctive: true,
  minEntropy: 4,
  references: [AUTHENTICATION],
  match: [
    `STYTCH_SECRET=«secret-live-${sample('base64url', 43)}=»`,
    `new stytch.Client({ secret: '«secret-live-${sample('base64url', 36)}»' })`,
  ],
  noMatch: [`secret-live-${sample('base64url', 35)}`, `secret-live-${sample('lowerAlnum', 40)}`],
});

export const stytchSecretTest = defineRule({
  id: 'stytch-secret-test',
  title: 'Stytch test project secret',
  provider: 'Stytch',
  severity: 'low',
  keywords: ['secret-test-'],
  pattern: /(?<![A-Za-z0-9_-])secret-test-(?=[a-z0-9_-]{0,30}[A-Z])[A-Za-z0-9_-]{36,58}={0,2}(?![A-Za-z0-9_=-])/,
  distinctive: true,
  minEntropy: 4,
  references: [AUTHENTICATION],
  match: [
    `STYTCH_SECRET=«secret-test-${sample('base64url', 43)}=»`,
    `{"secret": "«secret-test-${sample('base64url', 36)}»"}`,
  ],
  noMatch: [`secret-test-${sample('base64url', 35)}`, `secret-test-${sample('lowerAlnum', 40)}`],
});

export const stytchPublicToken = defineRule({
  id: 'stytch-public-token',
  title: 'Stytch public token',
  provider: 'Stytch',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['public-token-live-', 'public-token-test-'],
  pattern:
    /(?<![A-Za-z0-9_-])public-token-(?:live|test)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [AUTHENTICATION],
  match: [
    `NEXT_PUBLIC_STYTCH=«public-token-live-${sampleUuid()}»`,
    `createStytchClient("«public-token-test-${sampleUuid(2)}»")`,
  ],
  noMatch: [`public-token-live-${sample('hex', 32)}`, `public-token-${sampleUuid()}`],
});
