// Bandwidth: passwords, tokens and secrets of its APIs, which have no shape of their own; the full name is demanded.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const bandwidthApiCredentials = defineRule({
  id: 'bandwidth-api-credentials',
  title: 'Bandwidth API password or secret',
  provider: 'Bandwidth',
  severity: 'high',
  confidence: 'medium',
  keywords: ['bandwidth_', 'bandwidthapi', 'bandwidthpass', 'bandwidthsecret', 'bandwidthclient'],
  pattern:
    /(?<![A-Za-z0-9])bandwidth_?(?:api_?|client_?)?(?:password|secret|token)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z!@#%^&*+~_-]{0,31}[0-9])[A-Za-z0-9!@#%^&*+~_-]{8,64})(?![A-Za-z0-9!@#%^&*+~_.()[-])/i,
  minEntropy: 2.5,
  references: ['https://dev.bandwidth.com/docs/credentials/'],
  match: [`BANDWIDTH_PASSWORD=«${sample('base62', 16)}»`, `"bandwidthApiSecret": "«${sample('base62', 36, 2)}»"`],
  noMatch: ['BANDWIDTH_USERNAME=acme-voice', 'BANDWIDTH_PASSWORD=process.env.BANDWIDTH_PASSWORD'],
});

export const bandwidthApiCredentialsResponse = defineResponse({
  id: 'bandwidth-api-credentials',
  title: 'Bandwidth API credential',
  rules: ['bandwidth-api-credentials'],
  names: [
    'BANDWIDTH_API_TOKEN',
    'BANDWIDTH_API_SECRET',
    'BANDWIDTH_CLIENT_SECRET',
    'BANDWIDTH_PASSWORD',
    'BW_CLIENT_SECRET',
    'BANDWIDTH_*',
  ],
  revoke: { page: 'https://dashboard.bandwidth.com', command: null, api: null },
  rotate: [
    'In the Bandwidth App: Account, API Credentials. Create a credential with only the roles it needs and an expiry, deploy it, revoke the leaked one.',
    'A user name and password of an API user is of the old kind, which ends on 2 December 2026: change the password now, then move to client credentials.',
  ],
  invalidation: 'Access tokens from the client credentials run out by themselves.',
  detectUse: 'Records of calls and messages; orders of numbers that nobody placed.',
  reach: 'With its roles: orders, numbers, messages, voice, emergency calling of the account.',
  breaks: 'Calls and messages of programs with it.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://dev.bandwidth.com/docs/account/credentials/management/',
  sources: ['https://dev.bandwidth.com/docs/account/credentials/management/'],
});
