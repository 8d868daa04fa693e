// JFrog Artifactory: API keys, reference tokens (base64 of "reftkn:…"), and encrypted passwords.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const referenceToken = (seed: number) =>
  Buffer.from(`reftkn:01:17356896${seed}0:${sample('base62', 27, seed)}`).toString('base64');

export const jfrogApiKey = defineRule({
  id: 'jfrog-api-key',
  title: 'JFrog API key',
  provider: 'JFrog Artifactory',
  severity: 'critical',
  keywords: ['AKCp'],
  pattern: /(?<![A-Za-z0-9+/_-])AKCp[1-9A-HJ-NP-Za-km-z]{69}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key'],
  match: [`ARTIFACTORY_API_KEY=«AKCp${sample('base58', 69)}»`, `X-JFrog-Art-Api: «AKCp${sample('base58', 69, 2)}»`],
  noMatch: [`AKCp${'x'.repeat(69)}`, `AKCp${sample('base58', 60)}`],
});

export const jfrogReferenceToken = defineRule({
  id: 'jfrog-reference-token',
  title: 'JFrog reference token',
  provider: 'JFrog Artifactory',
  severity: 'critical',
  keywords: ['cmVmdGtu'],
  pattern: /(?<![A-Za-z0-9+/_-])cmVmdGtu[A-Za-z0-9]{56}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  check: 'jfrog-reference-token',
  minEntropy: 3.5,
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
  match: [
    `JFROG_ACCESS_TOKEN=«${referenceToken(1)}»`,
    `//company.jfrog.io/artifactory/api/npm/npm/:_authToken=«${referenceToken(2)}»`,
  ],
  noMatch: [`cmVmdGtu${'x'.repeat(56)}`, `cmVmdGtu${sample('base62', 40)}`],
});

export const jfrogPasswordHash = defineRule({
  id: 'jfrog-password-hash',
  title: 'JFrog encrypted password',
  provider: 'JFrog Artifactory',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['artifactory', 'jfrog'],
  pattern:
    /(?:artifactory|ARTIFACTORY|Artifactory|jfrog|JFROG|JFrog)[\w.-]{0,32}(?:pass|PASS|Pass|pwd|PWD|cred|CRED)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>AP[0-9A-Fa-f][1-9A-HJ-NP-Za-km-z]{12,77})(?![\w+/=-])/,
  minEntropy: 3.4,
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/centrally-secure-passwords'],
  match: [`ARTIFACTORY_PASSWORD=«AP5${sample('base58', 40)}»`, `jfrog.password: "«APB${sample('base58', 36)}»"`],
  noMatch: [`jfrog AP5${sample('base58', 40)}`, `ARTIFACTORY_PASSWORD=AP${'x'.repeat(40)}`],
});
