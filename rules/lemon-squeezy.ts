// Lemon Squeezy: API keys are RS256 JWTs with a common header, so the vendor's name must be near.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const lemonsqueezyKey = defineRule({
  id: 'lemonsqueezy-key',
  title: 'Lemon Squeezy API key',
  provider: 'Lemon Squeezy',
  severity: 'high',
  keywords: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.'],
  pattern: /(?<![\w.-])eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9\.eyJ[\w-]{100,600}\.[\w-]{340,700}(?![\w-])/,
  check: 'jwt',
  near: { words: ['lemonsqueezy', 'lemon_squeezy', 'lemon-squeezy', 'lemon squeezy'], before: 300, after: 200 },
  references: ['https://docs.lemonsqueezy.com/api'],
  match: [`LEMONSQUEEZY_API_KEY=«${key(1)}»`, `"lemonSqueezyKey": "«${key(2)}»"`],
  noMatch: [
    `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ${sample('base62', 50)}`,
    `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${sample('base62', 200)}`,
  ],
});

function key(seed: number): string {
  const payload = {
    aud: sample('hex', 32, seed),
    jti: sample('hex', 80, seed),
    iat: 1700000000,
    sub: '4711',
    scopes: [],
  };
  const token = sampleJwt(payload, { typ: 'JWT', alg: 'RS256' });
  return token.slice(0, token.lastIndexOf('.') + 1) + sample('base64url', 683, seed);
}
