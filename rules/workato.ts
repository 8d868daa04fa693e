// Workato: developer API tokens, a JWT behind a prefix.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const workatoToken = defineRule({
  id: 'workato-token',
  title: 'Workato developer API token',
  provider: 'Workato',
  severity: 'high',
  keywords: ['wrka'],
  pattern:
    /(?<![A-Za-z0-9])wrka[a-z]{0,2}-eyJ[A-Za-z0-9_-]{14,200}\.eyJ[A-Za-z0-9_-]{20,500}\.[A-Za-z0-9_-]{40,700}(?![A-Za-z0-9_-])/,
  distinctive: true,
  references: ['https://docs.workato.com'],
  match: [`WORKATO_API_TOKEN=«wrkaus-${token(1)}»`, `Authorization: Bearer «wrkaeu-${token(2)}»`],
  noMatch: [`wrkaus-${sample('base62', 60)}`, `wrka-${token(1).split('.')[0]}`],
});

function token(seed: number): string {
  return sampleJwt({ iss: 'workato', sub: 9000 + seed, jti: sample('hex', 32, seed) }, { alg: 'RS256' }, seed);
}
