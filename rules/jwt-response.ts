// What to do when a signed token, or the key that signs them, leaked. The rules stand in jwt.ts.

import { defineResponse, INTERVALS } from '../src/response.js';

export const jwtSigningKeyResponse = defineResponse({
  id: 'jwt-signing-key',
  title: 'signing key of your own tokens (JWT)',
  rules: ['jwk-private'],
  names: [
    'JWT_SECRET',
    'JWT_SIGNING_KEY',
    'JWT_SECRET_KEY',
    'JWT_PRIVATE_KEY',
    'JWT_KEY',
    'ACCESS_TOKEN_SECRET',
    'REFRESH_TOKEN_SECRET',
    'TOKEN_SECRET',
    'NEXTAUTH_SECRET',
    'AUTH_SECRET',
    'JWT_*',
  ],
  rotate: [
    'Generate a new key, deploy it under a new kid, and sign with it.',
    'After a leak verify with the new kid only: everybody signs in again, which is wanted. To accept the old one for 7 to 14 days is for planned changes.',
    'Delete stored refresh tokens and sessions.',
    'A pair of keys instead of one secret keeps the next leak of a verifier harmless.',
  ],
  generate: 'openssl rand -hex 32',
  invalidation:
    'Old tokens, and forged ones, pass until no verifier accepts the old key. Look for verifiers in other services.',
  audit: 'Sign-in and request log of the application.',
  detectUse:
    'Tokens with an unknown id, or whose subject never signed in; actions of administrators without a sign-in.',
  reach: 'Whoever holds it is any user of the service, administrators too.',
  breaks: 'All sessions: everybody is signed out.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.signingKey,
  docs: 'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  sources: [
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
    'https://datatracker.ietf.org/doc/html/rfc8725',
  ],
});

export const jwtResponse = defineResponse({
  id: 'jwt',
  title: 'signed token (JWT)',
  rules: ['jwt', 'jwt-base64'],
  isFallback: true,
  rotate: [
    'Decode the payload on your own machine: iss says who issued it, exp when it ends. Expired: no emergency.',
    'At the issuer: revoke the session, or the refresh token behind it. A token alone can seldom be revoked.',
    'Valid for long, or without exp: change the key that signed it; that ends all tokens of that key.',
  ],
  invalidation: 'It passes until it expires or its key is no longer accepted.',
  audit: 'Log of the issuer and of the services that accept it.',
  detectUse: 'Requests with its id (jti) or subject (sub) from unknown addresses.',
  reach: 'What its claims say, as its subject, until it expires.',
  breaks: 'The session that it belongs to.',
  rotationDays: { days: 0, source: 'expires by itself, where it has an exp' },
  sources: ['https://datatracker.ietf.org/doc/html/rfc7519', 'https://datatracker.ietf.org/doc/html/rfc8725'],
});
