// web3.storage: API tokens, JWTs that name the service as the issuer (its base64 in three alignments).

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const token = (seed: number) =>
  sampleJwt({ sub: `did:ethr:0x${sample('hex', 40, seed)}`, iss: 'web3-storage', iat: 1735689600, name: 'site' });

export const web3StorageToken = defineRule({
  id: 'web3-storage-token',
  title: 'web3.storage API token',
  provider: 'web3.storage',
  severity: 'medium',
  keywords: ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ'],
  pattern:
    /(?<![A-Za-z0-9_-])eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJ[\w-]{4,160}(?:d2ViMy1zdG9yYWdl|dlYjMtc3RvcmFnZ|3ZWIzLXN0b3JhZ2)[\w-]{0,200}\.[\w-]{43}(?![\w-])/,
  distinctive: true,
  check: 'jwt',
  minEntropy: 3.7,
  references: ['https://web3.storage/docs/'],
  match: [`WEB3_STORAGE_TOKEN=«${token(1)}»`, `new Web3Storage({ token: '«${token(2)}»' })`],
  noMatch: [
    `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ${'x'.repeat(20)}`,
    `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJd2ViMy1zdG9yYWdl${sample('base64url', 20)}`,
  ],
});
