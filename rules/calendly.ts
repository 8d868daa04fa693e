// Calendly: personal access token, a JWT whose payload begins with the issuer https://auth.calendly.com.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt, sampleUuid } from '../src/sample.js';

function token(seed: number): string {
  const payload = { iss: 'https://auth.calendly.com', iat: 1710000000 + seed, jti: sampleUuid(seed) };
  return sampleJwt(
    { ...payload, user_uuid: sampleUuid(seed + 10) },
    { kid: sample('hex', 64), typ: 'PAT', alg: 'ES256' },
  );
}

export const calendlyToken = defineRule({
  id: 'calendly-token',
  title: 'Calendly personal access token',
  provider: 'Calendly',
  severity: 'medium',
  keywords: ['.eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t'],
  pattern:
    /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{20,300}\.eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t[A-Za-z0-9_-]{50,400}\.[A-Za-z0-9_-]{43,86}(?![A-Za-z0-9_-])/,
  before: 303,
  check: 'jwt',
  references: ['https://developer.calendly.com'],
  match: [`CALENDLY_TOKEN=«${token(1)}»`, `const calendly = { accessToken: '«${token(2)}»' };`],
  noMatch: [
    `.eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t${sample('base64url', 60)}`,
    `eyJraWQi.eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t`,
  ],
});
