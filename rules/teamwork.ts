// Teamwork: API tokens of CRM, Desk and Spaces.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const teamworkToken = defineRule({
  id: 'teamwork-token',
  title: 'Teamwork API token',
  provider: 'Teamwork',
  severity: 'medium',
  keywords: ['tkn.v1_'],
  pattern: /(?<![A-Za-z0-9])tkn\.v1_[A-Za-z0-9]{71}=(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4.5,
  references: ['https://apidocs.teamwork.com'],
  match: [
    `TEAMWORK_TOKEN=«tkn.v1_${sample('base62', 71)}=»`,
    `Authorization: Bearer «tkn.v1_${sample('base62', 71, 2)}=»`,
  ],
  noMatch: [`tkn.v1_${sample('base62', 70)}=`, `tkn.v1_${'x'.repeat(71)}=`],
});
