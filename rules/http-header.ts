// Credentials of an Authorization header: Basic and opaque Bearer tokens. A Bearer JWT is the JWT rules' affair.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

// Request recordings put the header's name on the line before, or in a field beside the value.
const NEAR = { words: ['authorization', 'header', 'auth:', 'curl '], before: 160, after: 80 };

export const httpBasicAuthorization = defineRule({
  id: 'http-basic-authorization',
  title: 'HTTP Basic credentials',
  provider: 'HTTP',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: ['basic '],
  // The lookahead wants a digit or a change of case inside: `Basic authentication` is prose.
  pattern:
    /(?<![A-Za-z0-9_-])(?:Basic|basic|BASIC) {1,2}(?<secret>(?=[A-Za-z+/]{0,29}(?:[0-9]|[a-z][A-Z]))[A-Za-z0-9+/]{8,500}={0,2})(?![A-Za-z0-9+/=_-])/,
  near: NEAR,
  minEntropy: 2.8,
  publicValues: [
    'QWxhZGRpbjpv' + 'cGVuIHNlc2FtZQ==',
    'dXNlcjpwYXNz',
    'czZCaGRSa3F0Mz' + 'pnWDFmQmF0M2JW',
    'dXNlcm5hbWU6' + 'cGFzc3dvcmQ=',
  ],
  references: ['https://datatracker.ietf.org/doc/html/rfc7617'],
  match: [
    `Authorization: Basic «${basic('deploy', 1)}»`,
    `{"Authorization": "Basic «${basic('svc-build', 2)}»"}`,
    `curl -H 'authorization: Basic «${basic('admin@acme.dev', 3)}»' https://api.acme.dev`,
    `headers.set("Authorization", "Basic «${basic('bot', 4)}»")`,
    `{"key": "Authorization", "value": "Basic «${basic('ops', 5)}»"}`,
  ],
  noMatch: [
    'Authorization: Basic authentication scheme',
    'Authorization: Basic dXNlcjpwYXNz',
    'Authorization: Basic <credentials>',
    'Authorization: Basic $(printf user | base64)',
  ],
});

export const httpBearerAuthorization = defineRule({
  id: 'http-bearer-authorization',
  title: 'HTTP Bearer token',
  provider: 'HTTP',
  generic: true,
  severity: 'medium',
  confidence: 'medium',
  keywords: ['bearer '],
  pattern:
    /(?<![A-Za-z0-9_-])(?:Bearer|bearer|BEARER) {1,2}(?<secret>(?!eyJ)(?=[A-Za-z._~+/=-]{0,31}[0-9])[A-Za-z0-9._~+/=-]{20,4000})(?![A-Za-z0-9_~+/=-])/,
  near: NEAR,
  minEntropy: 3.2,
  publicValues: ['2YotnFZFEjr' + '1zCsicMWpAA', 'tGzv3JOkF0X' + 'G5Qx2TlKWIA', 'mF_9.B5f-4.1JqM', 'SlAV32hkKG'],
  references: ['https://datatracker.ietf.org/doc/html/rfc6750'],
  match: [
    `Authorization: Bearer «${sample('base62', 40)}»`,
    `headers: {'Authorization': 'Bearer «${sample('base64url', 43)}»'}`,
    `curl -H "Authorization: Bearer «${sample('hex', 32)}»" https://api.acme.dev/v1/jobs`,
    `      Authorization:\n      - Bearer «${sample('hex', 64)}»`,
  ],
  noMatch: [
    'Authorization: Bearer mF_9.B5f-4.1JqM',
    'Authorization: Bearer <access_token>',
    `Authorization: Bearer ${'x'.repeat(32)}`,
    'Authorization: Bearer authentication-is-required-here',
  ],
});

function basic(user: string, seed: number): string {
  return Buffer.from(`${user}:${sample('base62', 18, seed)}`).toString('base64');
}

export const httpAuthorizationResponse = defineResponse({
  id: 'http-authorization',
  title: 'credential of an HTTP request',
  rules: ['http-basic-authorization', 'http-bearer-authorization', 'curl-user-password', 'netrc-password'],
  isFallback: true,
  rotate: [
    'Which host was it for? The address stands near the header, on the same command line, or on the line of the machine.',
    'Revoke the token, or change the password, at that service.',
    'Requests are often recorded: search fixtures, collections and logs for the same value.',
  ],
  invalidation: 'Not known. Ask the service whether sessions outlive it.',
  audit: 'Access log of the service.',
  detectUse: 'Requests with that user or token from addresses that are not yours.',
  reach: 'Everything that the user or token may do at that service.',
  breaks: 'Whatever sends it.',
  rotationDays: INTERVALS.password,
  sources: ['https://datatracker.ietf.org/doc/html/rfc7617', 'https://datatracker.ietf.org/doc/html/rfc6750'],
});
