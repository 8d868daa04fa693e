// OAuth 2.0: a client secret of no particular vendor, by its name. `acme_client_secret` is left to the vendors' rules.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const oauthClientSecretGeneric = defineRule({
  id: 'oauth-client-secret-generic',
  title: 'OAuth client secret',
  provider: 'OAuth 2.0',
  generic: true,
  severity: 'medium',
  confidence: 'medium',
  keywords: ['client_secret', 'client-secret', 'clientsecret'],
  pattern:
    /(?<![A-Za-z0-9_.-])client[_-]?secret[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?![A-Z][A-Za-z]{1,26}\.[A-Z])(?=[A-Za-z._~+/=-]{0,31}[0-9])[A-Za-z0-9._~+/=-]{16,128})(?![A-Za-z0-9._~+/=([{-])/i,
  minEntropy: 3.3,
  publicValues: ['7Fjfp0ZBr1K' + 'tDRbnfVdmIw', 'gX1fBat3bV'],
  references: ['https://datatracker.ietf.org/doc/html/rfc6749#section-2.3.1'],
  match: [
    `client_secret=«${sample('base62', 32)}»`,
    `{"clientSecret": "«${sample('base64url', 40)}»"}`,
    `curl -d grant_type=client_credentials -d client_secret=«${sample('base62', 24)}» https://login.acme.dev/oauth2`,
  ],
  noMatch: [
    'client_secret = config.oauth.getClientSecret()',
    'clientSecret: process.env.OAUTH_CLIENT_SECRET',
    `client_secret=${'x'.repeat(32)}`,
  ],
});

export const oauthClientSecretResponse = defineResponse({
  id: 'oauth-client-secret',
  title: 'OAuth client secret',
  rules: ['oauth-client-secret-generic'],
  names: ['OAUTH_CLIENT_SECRET', 'OIDC_CLIENT_SECRET', 'CLIENT_SECRET', 'OAUTH_*', 'OIDC_*'],
  isFallback: true,
  rotate: [
    'Which issuer? The client id, the address of the token endpoint or the name of the variable tell.',
    'Add a second secret to the client, deploy it, remove the leaked one. Where only one can exist, replace it now.',
    'Check the redirect addresses of the client, and revoke refresh tokens that may have been issued to others.',
  ],
  invalidation: 'Access and refresh tokens that were issued usually live on: revoke them at the issuer.',
  audit: 'Log of the issuer by client id.',
  detectUse: 'Token requests of the client from addresses that are not yours.',
  reach:
    'The client itself: with client credentials all of its rights, otherwise the exchange of codes for tokens of users.',
  breaks: 'Sign-in and calls of the client until it has the new secret.',
  rotationDays: INTERVALS.apiKey,
  sources: [
    'https://datatracker.ietf.org/doc/html/rfc6749#section-2.3.1',
    'https://datatracker.ietf.org/doc/html/rfc7009',
  ],
});
