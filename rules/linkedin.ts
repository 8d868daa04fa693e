// LinkedIn: client secrets, the current form with a prefix and the old one by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHENTICATION = 'https://learn.microsoft.com/linkedin/shared/authentication/';

export const linkedinClientSecret = defineRule({
  id: 'linkedin-client-secret',
  title: 'LinkedIn client secret',
  provider: 'LinkedIn',
  severity: 'high',
  keywords: ['WPL_AP1.'],
  pattern: /(?<![A-Za-z0-9])WPL_AP1\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/_-]{4,20}={0,2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [AUTHENTICATION],
  match: [
    `LINKEDIN_CLIENT_SECRET=«WPL_AP1.${sample('base62', 16)}.${sample('base62', 6)}==»`,
    `client_secret: '«WPL_AP1.${sample('base62', 16, 2)}.${sample('base62', 6, 2)}==»'`,
  ],
  noMatch: [`WPL_AP1.${sample('base62', 15)}.${sample('base62', 6)}==`, `WPL_AP1.${sample('base62', 16)}`],
});

export const linkedinClientSecretLegacy = defineRule({
  id: 'linkedin-client-secret-legacy',
  title: 'LinkedIn client secret (16 characters)',
  provider: 'LinkedIn',
  severity: 'high',
  confidence: 'medium',
  keywords: ['linkedin'],
  pattern:
    /linkedin[\w.-]{0,24}secret[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?=[a-z]{0,15}[0-9])[A-Za-z0-9]{16})(?![\w.-])/i,
  minEntropy: 2.9,
  references: [AUTHENTICATION],
  match: [
    `LINKEDIN_CLIENT_SECRET=«${sample('base62', 16)}»`,
    `linkedinSecret: '«${sample('base62', 16, 2)}»'`,
    `"linkedin.client-secret": "«${sample('base62', 16, 3)}»"`,
  ],
  noMatch: [`linkedin ${sample('base62', 16)}`, 'LINKEDIN_CLIENT_SECRET=${LINKEDIN_SECRET}'],
});
