// AppFollow: API tokens are JWTs of one length; the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const appfollowToken = defineRule({
  id: 'appfollow-token',
  title: 'AppFollow API token',
  provider: 'AppFollow',
  severity: 'low',
  keywords: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.'],
  pattern: /(?<![\w.-])eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9\.eyJ[\w-]{71}\.[\w-]{43}(?![\w.-])/,
  check: 'jwt',
  near: { words: ['appfollow'], before: 200, after: 200 },
  references: ['https://docs.api.appfollow.io'],
  match: [
    `APPFOLLOW_TOKEN=«${sampleJwt({ api: sample('hex', 45) }, { typ: 'JWT', alg: 'HS256' })}»`,
    `X-AppFollow-API-Token: «${sampleJwt({ api: sample('hex', 45, 2) }, { typ: 'JWT', alg: 'HS256' }, 2)}»`,
  ],
  noMatch: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9', `appfollow eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.${'x'.repeat(20)}`],
});
