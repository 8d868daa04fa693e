// Yandex SmartCaptcha: client keys, which are public.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const yandexSmartcaptchaSiteKey = defineRule({
  id: 'yandex-smartcaptcha-site-key',
  title: 'Yandex SmartCaptcha client key',
  provider: 'Yandex SmartCaptcha',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['ysc1_'],
  pattern: /(?<![A-Za-z0-9])ysc1_[\w-]{48}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://yandex.cloud/en/docs/smartcaptcha/'],
  match: [
    `SMARTCAPTCHA_SITE_KEY=«ysc1_${sample('base64url', 48)}»`,
    `const smartcaptchaSiteKey = '«ysc1_${sample('base64url', 48, 2)}»';`,
  ],
  noMatch: [`ysc1_${'x'.repeat(48)}`, `ysc1_${sample('base64url', 47, 3)}`],
});
