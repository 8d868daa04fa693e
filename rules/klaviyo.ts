// Klaviyo: private API keys. Despite the pk_ they are secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const klaviyoPrivateKey = defineRule({
  id: 'klaviyo-private-key',
  title: 'Klaviyo private API key',
  provider: 'Klaviyo',
  severity: 'high',
  keywords: ['pk_'],
  pattern: /(?<![A-Za-z0-9])pk_(?:[A-Za-z0-9]{6}_)?[0-9a-f]{34}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: ['klaviyo'], before: 200, after: 200 },
  references: ['https://developers.klaviyo.com/en/docs/authenticate_'],
  match: [
    `KLAVIYO_PRIVATE_KEY=«pk_${sample('hex', 34)}»`,
    `Authorization: Klaviyo-API-Key «pk_${sample('base62', 6)}_${sample('hex', 34, 2)}»`,
  ],
  noMatch: [`pk_${'x'.repeat(34)}`, `pk_${sample('hex', 30)}`],
});
