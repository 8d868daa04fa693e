// JSON Web Tokens, plain and once more in base64, and JSON Web Keys with their private part.
// Tokens of vendors that can be told by their payload have rules of their own.

import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const JWT_RFC = 'https://datatracker.ietf.org/doc/html/rfc7519';
const CLAIMS = { sub: '9f1c2e7a', iss: 'https://login.acme.dev', iat: 1754000000, exp: 1754003600 };

export const jwt = defineRule({
  id: 'jwt',
  title: 'JSON Web Token',
  provider: 'JWT',
  generic: true,
  severity: 'medium',
  keywords: ['eyJ'],
  // A payload that begins {"iss":"supabase belongs to Supabase's rules.
  pattern:
    /(?<![A-Za-z0-9_.+-])eyJ[A-Za-z0-9_-]{14,2000}\.(?!eyJpc3MiOiJzdXBhYmFzZ)eyJ[A-Za-z0-9_-]{6,6000}\.[A-Za-z0-9_-]{16,1400}(?![A-Za-z0-9_-])/,
  check: 'jwt',
  publicValues: [
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.' +
      'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.' +
      'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  ],
  references: [JWT_RFC],
  match: [
    `session=«${sampleJwt(CLAIMS)}»`,
    `{"access_token": "«${sampleJwt(CLAIMS, { typ: 'JWT', alg: 'RS256', kid: 'k7' }, 2)}»"}`,
    `Authorization: Bearer «${sampleJwt(CLAIMS, { alg: 'ES256' }, 3)}»`,
  ],
  noMatch: [
    sampleJwt(CLAIMS).split('.').slice(0, 2).join('.'),
    `eyJ${sample('base62', 40)}.${sample('base62', 40)}`,
    `eyJ${'x'.repeat(20)}.eyJ${'x'.repeat(20)}.${'x'.repeat(43)}`,
  ],
});

export const jwtBase64 = defineRule({
  id: 'jwt-base64',
  title: 'JSON Web Token in base64',
  provider: 'JWT',
  generic: true,
  severity: 'medium',
  // {"alg, {"typ, {"kid, {"x5t: base64url, then base64
  keywords: ['ZXlKaGJHY2lPaU', 'ZXlKMGVYQWlPaU', 'ZXlKcmFXUWlPaU', 'ZXlKNE5YU'],
  pattern:
    /(?<![A-Za-z0-9+/])ZXlK(?:aGJHY2lPaU|MGVYQWlPaU|cmFXUWlPaU|NE5YU)[A-Za-z0-9+/]{70,10000}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4,
  references: [JWT_RFC],
  match: [
    `  token: «${Buffer.from(sampleJwt(CLAIMS)).toString('base64')}»`,
    `TOKEN_B64="«${Buffer.from(sampleJwt(CLAIMS, { typ: 'JWT', alg: 'HS256' })).toString('base64')}»"`,
  ],
  noMatch: [`ZXlKaGJHY2lPaU${sample('base62', 20)}`, `ZXlK${sample('base62', 100)}`],
});

export const jwkPrivate = defineRule({
  id: 'jwk-private',
  title: 'JSON Web Key with its private part',
  provider: 'JWK',
  generic: true,
  severity: 'critical',
  keywords: ['"d"', '"k"'],
  pattern: /"[dk]"[ \t]{0,4}:[ \t]{0,4}"(?<secret>[A-Za-z0-9_-]{22,1400})"/,
  near: { words: ['"kty"'], before: 3500, after: 3500 },
  minEntropy: 3.4,
  publicValues: [
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_' + 'T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    'jpsQnnGQmL-YBIffH1136' + 'cspYG6-0iY7X1fCE9-E9LI',
    '870MB6gfuTJ4HtUnUvYMy' + 'Jpr5eUZNP4Bk43bVdj3eAE',
    'nWGxne_9WmC6hEr0kuwsx' + 'ERJxWl7MmkZcDusAxyuf2A',
  ],
  references: ['https://datatracker.ietf.org/doc/html/rfc7517'],
  match: [
    `{"kty":"EC","crv":"P-256","x":"${sample('base64url', 43)}","d":"«${sample('base64url', 43, 2)}»"}`,
    `{\n  "k": "«${sample('base64url', 43, 3)}»",\n  "kty": "oct",\n  "alg": "HS256"\n}`,
    `{"kty":"OKP","crv":"Ed25519","d":"«${sample('base64url', 43, 4)}»","x":"${sample('base64url', 43, 5)}"}`,
  ],
  noMatch: [
    `{"kty":"EC","crv":"P-256","x":"${sample('base64url', 43)}","y":"${sample('base64url', 43, 2)}"}`,
    '{"d": "2024-11-02", "k": "v"}',
  ],
});

// Each keyword reads on to the next one and no further, so that many of them cost no more than one.
const BETWEEN = '(?:[^{}kcA]|k(?!ty)|c(?!rv)|A(?!QAB)){0,1500}?';

export const jwkPrivateObject = defineRule({
  id: 'jwk-private-object',
  title: 'JSON Web Key with its private part',
  provider: 'JWK',
  generic: true,
  severity: 'critical',
  // In programs, in YAML and in escaped JSON; a member in front of all three is left to jwk-private. In JSON, where that finds the
  // private exponent, the primes beside it are no findings of their own.
  keywords: ['kty:', "kty'", 'kty"', 'kty\\', 'crv:', "crv'", 'crv"', 'crv\\', "AQAB'", 'AQAB"'],
  pattern: new RegExp(
    `(?:kty|crv|AQAB)["'\\\\]{0,4}${BETWEEN}(?<![\\w.-])(?:[dk]["'\\\\]{0,4}|(?:[pq]|dp|dq|qi)(?=:))[ \\t]{0,4}:[ \\t]{0,4}["'\\\\]{0,4}(?<secret>[A-Za-z0-9_-]{22,1400})(?![A-Za-z0-9_-])`,
  ),
  minEntropy: 3.4,
  publicValues: jwkPrivate.publicValues,
  references: ['https://datatracker.ietf.org/doc/html/rfc7518#section-6'],
  match: [
    `key = { kty: 'EC', crv: 'P-256', x: '${sample('base64url', 43)}', d: '«${sample('base64url', 43, 6)}»' }`,
    `  kty: oct\n  alg: HS256\n  k: «${sample('base64url', 43, 7)}»\n`,
    `{\\"crv\\":\\"Ed25519\\",\\"x\\":\\"${sample('base64url', 43)}\\",\\"d\\":\\"«${sample('base64url', 43, 8)}»\\"}`,
    `{ e: 'AQAB', n: '${sample('base64url', 342)}', d: '«${sample('base64url', 342, 9)}»', kty: 'RSA' }`,
  ],
  noMatch: [
    `{ kty: 'EC', crv: 'P-256', x: '${sample('base64url', 43)}', y: '${sample('base64url', 43, 2)}' }`,
    "{ kty: 'RSA', e: 'AQAB', kid: '2024-11-02', d: 'n/a' }",
  ],
});
