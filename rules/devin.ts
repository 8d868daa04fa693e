// Devin: user, service and service-user keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const devinApiKey = defineRule({
  id: 'devin-api-key',
  title: 'Devin API key',
  provider: 'Devin',
  severity: 'high',
  keywords: ['apk_', 'cog_'],
  pattern: /(?<![A-Za-z0-9_-])(?:apk_(?:user_){0,1}|cog_)[A-Za-z0-9+/]{52,180}={0,2}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3,
  references: ['https://docs.devin.ai'],
  match: [
    `DEVIN_API_KEY=«apk_user_${sample('base64', 120)}==»`,
    `Authorization: Bearer «cog_${sample('base62', 52, 2)}»`,
    `devin_key: '«apk_${sample('base64', 96, 3)}»'`,
  ],
  noMatch: [`apk_${sample('base62', 30)}`, `cog_${'x'.repeat(52)}`],
});
