// Auth0: client secrets by name, Management API tokens by the audience in the payload.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const auth0ClientSecret = defineRule({
  id: 'auth0-client-secret',
  title: 'Auth0 client secret',
  provider: 'Auth0',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['auth0'],
  pattern:
    /auth0[\w.-]{0,24}secret[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{64})(?![\w-])/i,
  minEntropy: 4.5,
  references: ['https://auth0.com/docs/get-started/applications'],
  match: [
    `AUTH0_CLIENT_SECRET=«${sample('base64url', 64)}»`,
    `auth0ClientSecret: '«${sample('base64url', 64, 2)}»'`,
    `"auth0.client-secret": "«${sample('base64url', 64, 3)}»"`,
  ],
  noMatch: [`auth0 ${sample('base64url', 64)}`, `AUTH0_CLIENT_SECRET=${'x'.repeat(64)}`],
});

export const auth0ManagementToken = defineRule({
  id: 'auth0-management-token',
  title: 'Auth0 Management API token',
  provider: 'Auth0',
  severity: 'critical',
  // auth0.com/api/v2 in base64url, in its three alignments
  keywords: ['YXV0aDAuY29tL2FwaS92M', 'F1dGgwLmNvbS9hcGkvdj', 'hdXRoMC5jb20vYXBpL3Yy'],
  before: 1610,
  pattern:
    /(?<![A-Za-z0-9_.+-])eyJ[A-Za-z0-9_-]{14,400}\.eyJ[A-Za-z0-9_-]{10,1200}?(?:YXV0aDAuY29tL2FwaS92M|F1dGgwLmNvbS9hcGkvdj|hdXRoMC5jb20vYXBpL3Yy)[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{43,700}(?![A-Za-z0-9_-])/,
  check: 'jwt',
  references: ['https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens'],
  match: [
    `AUTH0_MGMT_TOKEN=«${managementToken('acme.eu')}»`,
    `Authorization: Bearer «${managementToken('acme2.eu')}»`,
    `{"apiToken": "«${managementToken('acme-x.us')}»"}`,
  ],
  noMatch: [
    managementToken('acme.eu').split('.').slice(0, 2).join('.'),
    Buffer.from('{"aud":"https://acme.eu.auth0.com/api/v2/"}').toString('base64url'),
  ],
});

function managementToken(tenant: string): string {
  const host = `https://${tenant}.auth0.com/`;
  const client = sample('base62', 32);
  const times = { iat: 1754000000, exp: 1754086400 };
  const claims = {
    iss: host,
    sub: `${client}@clients`,
    aud: `${host}api/v2/`,
    ...times,
    scope: 'read:users',
    azp: client,
  };
  return sampleJwt(claims, { alg: 'RS256', typ: 'JWT', kid: sample('base62', 21) });
}

export const auth0SecretResponse = defineResponse({
  id: 'auth0-secret',
  title: 'Auth0 client secret or management token',
  rules: ['auth0-client-secret', 'auth0-management-token'],
  names: ['AUTH0_CLIENT_SECRET', 'AUTH0_MANAGEMENT_TOKEN', 'AUTH0_*'],
  revoke: {
    page: 'https://manage.auth0.com/#/applications',
    command: 'auth0 api post clients/CLIENT_ID/rotate-secret',
    api: 'POST /api/v2/clients/CLIENT_ID/rotate-secret of your tenant',
  },
  rotate: [
    'Rotate the secret of the application and deploy the new one. For a short while either of them works.',
    'Signing key of the tenant: rotate it, then revoke the previous one: POST /api/v2/keys/signing/rotate.',
    'A management token cannot be revoked; it expires. Rotate the secret of the client that got it.',
  ],
  invalidation: 'Tokens that were signed stay valid until they expire or the signing key is revoked.',
  audit: 'Logs of the tenant.',
  detectUse: 'Logs of the tenant by client id: token requests from unknown addresses, new users, rules and clients.',
  reach: 'The grants of the application; a client of the management API: the whole tenant.',
  breaks: 'Sign-in of the application until it has the new secret.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://auth0.com/docs/get-started/applications/rotate-client-secret',
  sources: [
    'https://auth0.com/docs/get-started/applications/rotate-client-secret',
    'https://auth0.com/docs/get-started/tenant-settings/signing-keys/rotate-signing-keys',
  ],
});
