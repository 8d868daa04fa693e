// Samsara: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const samsaraToken = defineRule({
  id: 'samsara-token',
  title: 'Samsara API token',
  provider: 'Samsara',
  severity: 'high',
  keywords: ['samsara_api_'],
  pattern: /(?<![A-Za-z0-9])samsara_api_[A-Za-z0-9]{26,32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.4,
  references: ['https://developers.samsara.com'],
  match: [
    `SAMSARA_TOKEN=«samsara_api_${sample('base62', 30)}»`,
    `Authorization: Bearer «samsara_api_${sample('base62', 28, 2)}»`,
  ],
  noMatch: [`samsara_api_${sample('base62', 12)}`, 'samsara_api_client_configuration_token'],
});
