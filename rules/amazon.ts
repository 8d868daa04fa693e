// Login with Amazon: OAuth client secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const amazonLwaClientSecret = defineRule({
  id: 'amazon-lwa-client-secret',
  title: 'Login with Amazon client secret',
  provider: 'Amazon',
  severity: 'high',
  keywords: ['amzn1.oa2-cs.v1.'],
  pattern: /(?<![A-Za-z0-9])amzn1\.oa2-cs\.v1\.[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html'],
  match: [
    `LWA_CLIENT_SECRET=«${'amzn1.oa2-cs.v1.'}${sample('hex', 64)}»`,
    `  lwaSecret: '«${'amzn1.oa2-cs.v1.'}${sample('hex', 64, 2)}»'`,
  ],
  noMatch: [`amzn1.oa2-cs.v1.${sample('hex', 60)}`, `amzn1.application-oa2-client.${sample('hex', 32)}`],
});
