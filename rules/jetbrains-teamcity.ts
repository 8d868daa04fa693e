// JetBrains TeamCity: access tokens; the first part is base64 of {"typ": "TCV2"}.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const teamcityToken = defineRule({
  id: 'teamcity-token',
  title: 'TeamCity access token',
  provider: 'JetBrains TeamCity',
  severity: 'critical',
  keywords: ['eyJ0eXAiOiAiVENWMiJ9.'],
  pattern: /(?<![A-Za-z0-9_-])eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: ['https://www.jetbrains.com/help/teamcity/managing-your-user-account.html'],
  match: [
    `TEAMCITY_TOKEN=«eyJ0eXAiOiAiVENWMiJ9.${sample('base64url', 36)}.${sample('base64url', 48)}»`,
    `Authorization: Bearer «eyJ0eXAiOiAiVENWMiJ9.${sample('base64url', 36, 2)}.${sample('base64url', 48, 2)}»`,
  ],
  noMatch: [
    `eyJ0eXAiOiAiVENWMiJ9.${sample('base64url', 36)}`,
    `eyJ0eXAiOiAiVENWMiJ9.${'x'.repeat(36)}.${'x'.repeat(48)}`,
  ],
});
