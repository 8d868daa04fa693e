// Caflou: API keys, JWTs of a fixed length that only the name near them tells from others.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const apiKey = (seed: number) =>
  sampleJwt({ user_id: 10000 + seed, exp: 1893456000, key: sample('hex', 24, seed) }, { alg: 'HS256' }, seed);

export const caflouApiKey2 = defineRule({
  id: 'caflou-api-key-2',
  title: 'Caflou API key',
  provider: 'Caflou',
  severity: 'medium',
  keywords: ['eyJhbGciOiJIUzI1NiJ9.'],
  pattern: /(?<![A-Za-z0-9_-])eyJhbGciOiJIUzI1NiJ9\.[A-Za-z0-9_-]{90}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'jwt',
  minEntropy: 4.3,
  near: { words: ['caflou'], before: 200, after: 200 },
  references: ['https://www.caflou.com'],
  match: [`CAFLOU_API_KEY=«${apiKey(1)}»`, `https://app.caflou.com/api/v1\nAuthorization: Bearer «${apiKey(2)}»`],
  noMatch: [`caflou ${apiKey(1).split('.').slice(0, 2).join('.')}`, `eyJhbGciOiJIUzI1NiJ9.${'x'.repeat(90)}`],
});
