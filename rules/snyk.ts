// Snyk: API token (UUID), by name or as an argument of its command.

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
