// Snyk: API token (UUID), by name or as an argument of its command.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const snykToken = defineRule({
  id: 'snyk-token',
  title: 'Snyk API token',
  provider: 'Snyk',
  severity: 'high',
  confidence: 'medium',
  keywords: ['snyk'],
  pattern:
    /(?<![A-Za-z0-9])snyk(?:[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}|[ \t]{1,4}auth[ \t]{1,4}|[ \t]{1,4}config[ \t]{1,4}set[ \t]{1,4}api=)(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: ['https://docs.snyk.io/snyk-api/authentication-for-api'],
  match: [`SNYK_TOKEN=«${sampleUuid()}»`, `snyk auth «${sampleUuid(2)}»`, `snyk config set api=«${sampleUuid(3)}»`],
  noMatch: [`snyk ${sampleUuid()}`, 'SNYK_TOKEN=${{ secrets.SNYK_TOKEN }}'],
});

export const snykTokenResponse = defineResponse({
  id: 'snyk-token',
  title: 'Snyk API token',
  rules: ['snyk-token'],
  names: ['SNYK_TOKEN', 'SNYK_API_TOKEN', 'SNYK_*'],
  revoke: { page: 'https://app.snyk.io/account', command: null, api: null },
  rotate: [
    'Account settings: Revoke and Regenerate ends the old token and shows a new one. Deploy it to CI.',
    'Token of a service account: settings of the organization or group.',
  ],
  invalidation: 'At once.',
  reach: 'Projects, findings and settings that its user can reach: a list of your weak points.',
  breaks: 'Scans in CI with the token.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.snyk.io/snyk-api/revoking-and-regenerating-snyk-api-tokens',
  sources: ['https://docs.snyk.io/snyk-api/revoking-and-regenerating-snyk-api-tokens'],
});
