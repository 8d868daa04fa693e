// Red Hat OpenShift: OAuth access tokens, written like a hash with a tilde.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const openshiftUserToken = defineRule({
  id: 'openshift-user-token',
  title: 'OpenShift OAuth access token',
  provider: 'Red Hat OpenShift',
  severity: 'high',
  keywords: ['sha256~'],
  pattern: /(?<![A-Za-z0-9])sha256~[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.1,
  references: ['https://docs.openshift.com'],
  match: [
    `oc login --token=«sha256~${sample('base64url', 43)}» --server=https://api.acme.dev:6443`,
    `token: «sha256~${sample('base64url', 43, 2)}»`,
    `Authorization: Bearer «sha256~${sample('base64url', 43, 3)}»`,
  ],
  noMatch: [`sha256~${sample('base64url', 42)}`, `sha256:${sample('hex', 64)}`],
});
