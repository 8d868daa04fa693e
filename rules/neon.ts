// Neon: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const neonApiKey = defineRule({
  id: 'neon-api-key',
  title: 'Neon API key',
  provider: 'Neon',
  severity: 'critical',
  keywords: ['napi_'],
  pattern: /(?<![A-Za-z0-9_])napi_(?=[a-z]{0,31}[0-9])[a-z0-9]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://neon.com/docs/manage/api-keys'],
  match: [
    `NEON_API_KEY=«napi_${sample('lowerAlnum', 64)}»`,
    `Authorization: Bearer «napi_${sample('lowerAlnum', 64, 2)}»`,
  ],
  noMatch: [`napi_${sample('lowerAlnum', 40)}`, 'napi_create_external_arraybuffer'],
});
