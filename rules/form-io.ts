// Form.io: user tokens, a JWT under the name.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const formioToken = defineRule({
  id: 'formio-token',
  title: 'Form.io token',
  provider: 'Form.io',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['formio', 'form.io', 'form_io'],
  pattern:
    /form[._]?io[\w.-]{0,24}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJ[A-Za-z0-9_-]{200,310}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/i,
  check: 'jwt',
  references: ['https://apidocs.form.io'],
  match: [`FORMIO_TOKEN=«${token(1)}»`, `formioJwt: '«${token(2)}»'`],
  noMatch: [`formio ${sample('base62', 60)}`, 'FORMIO_TOKEN=${FORMIO_TOKEN}'],
});

function token(seed: number): string {
  const form = { _id: sample('hex', 24, seed), project: sample('hex', 24, seed + 5) };
  return sampleJwt({
    user: { _id: sample('hex', 24, seed + 9) },
    form,
    iss: 'https://forms.acme.dev',
    iat: 1754000000,
  });
}
