// Scalr: API tokens, JWTs whose first claims are always the same.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const scalrToken = defineRule({
  id: 'scalr-token',
  title: 'Scalr API token',
  provider: 'Scalr',
  severity: 'high',
  keywords: ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt'],
  pattern:
    /(?<![A-Za-z0-9_-])eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt[A-Za-z0-9_-]{16,46}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'jwt',
  minEntropy: 4,
  references: ['https://docs.scalr.io'],
  match: [
    `SCALR_TOKEN=«${sampleJwt({ iss: 'user', jti: 'at-' + sample('lowerAlnum', 15) })}»`,
    `token = "«${sampleJwt({ iss: 'user', jti: 'at-' + sample('lowerAlnum', 15, 2) }, undefined, 2)}»"`,
  ],
  noMatch: [
    `${sampleJwt({ iss: 'user', jti: 'at-' + sample('lowerAlnum', 15) })
      .split('.')
      .slice(0, 2)
      .join('.')}`,
    `eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt${'x'.repeat(30)}`,
  ],
});
