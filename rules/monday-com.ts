// monday.com: API token, a JWT whose payload begins with `{"tid":`.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

function token(seed: number): string {
  const payload = {
    tid: 400000000 + seed,
    aai: 11,
    uid: 5000000 + seed,
    iad: '2024-03-01T09:00:00.000Z',
    per: 'me:write',
  };
  return sampleJwt({ ...payload, actid: 1700000 + seed, rgn: 'use1' }, { alg: 'HS256' }, seed);
}

export const mondayToken = defineRule({
  id: 'monday-token',
  title: 'monday.com API token',
  provider: 'monday.com',
  severity: 'high',
  keywords: ['eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj'],
  pattern:
    /(?<![A-Za-z0-9_.-])eyJhbGciOiJIUzI1NiJ9\.eyJ0aWQiOj[A-Za-z0-9_-]{60,300}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'jwt',
  references: ['https://developer.monday.com/api-reference/docs/authentication'],
  match: [`MONDAY_API_TOKEN=«${token(1)}»`, `headers: { Authorization: '«${token(2)}»' }`],
  noMatch: [`eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj${sample('base62', 20)}`, 'eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj...'],
});
