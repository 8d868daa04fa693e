// Mergify: application keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mergifyKey = defineRule({
  id: 'mergify-key',
  title: 'Mergify application key',
  provider: 'Mergify',
  severity: 'high',
  keywords: ['mergify_application_key_'],
  pattern: /(?<![A-Za-z0-9])mergify_application_key_[A-Za-z0-9_-]{40,200}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.1,
  references: ['https://docs.mergify.com'],
  match: [
    `MERGIFY_TOKEN=«mergify_application_key_${sample('base64url', 64)}»`,
    `  token: "«mergify_application_key_${sample('base62', 43)}»"`,
  ],
  noMatch: [`mergify_application_key_${sample('base62', 20)}`, `mergify_application_key_${'x'.repeat(48)}`],
});
