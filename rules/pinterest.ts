// Pinterest: access and refresh tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pinterestToken = defineRule({
  id: 'pinterest-token',
  title: 'Pinterest access or refresh token',
  provider: 'Pinterest',
  severity: 'medium',
  keywords: ['pina_', 'pinr.'],
  pattern: /(?<![A-Za-z0-9_])pin(?:a_|r\.)(?=[A-Za-z_-]{0,28}[0-9])[\w-]{20,200}(?![\w-])/,
  minEntropy: 3.1,
  references: ['https://developers.pinterest.com'],
  match: [
    `PINTEREST_ACCESS_TOKEN=«pina_${sample('base64url', 64)}»`,
    `{"refresh_token": "«pinr.${sample('base64url', 80)}»"}`,
  ],
  noMatch: [`pina_${'x'.repeat(40)}`, `pinr.${sample('base64url', 15)}`, 'pina_colada_with_pineapple'],
});
