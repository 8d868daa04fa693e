// Zoho: access and refresh tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zohoCrmToken = defineRule({
  id: 'zoho-crm-token',
  title: 'Zoho access or refresh token',
  provider: 'Zoho',
  severity: 'high',
  keywords: ['1000.'],
  pattern: /(?<![A-Za-z0-9_.-])1000\.[0-9a-f]{32}\.[0-9a-f]{32}(?![A-Za-z0-9_.-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://www.zoho.com/crm/developer/docs/api/'],
  match: [
    `ZOHO_REFRESH_TOKEN=«1000.${sample('hex', 32)}.${sample('hex', 32, 2)}»`,
    `Authorization: Zoho-oauthtoken «1000.${sample('hex', 32, 3)}.${sample('hex', 32, 4)}»`,
  ],
  noMatch: [`1000.${sample('hex', 32)}`, `1000.${'0'.repeat(32)}.${'0'.repeat(32)}`],
});
