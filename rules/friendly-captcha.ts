// Friendly Captcha: site keys, which web pages carry.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const friendlyCaptchaSiteKey = defineRule({
  id: 'friendly-captcha-site-key',
  title: 'Friendly Captcha site key',
  provider: 'Friendly Captcha',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['FCM'],
  pattern: /(?<![A-Za-z0-9_])FCM(?=[A-Za-z]{0,12}[0-9])[A-Za-z0-9]{13}(?![A-Za-z0-9_])/,
  minEntropy: 2.6,
  near: { words: ['friendly', 'captcha', 'sitekey'], before: 200, after: 200 },
  references: ['https://docs.friendlycaptcha.com/'],
  match: [
    `<div class="frc-captcha" data-sitekey="«FCM${sample('upperAlnum', 13)}»"></div>`,
    `FRIENDLY_CAPTCHA_SITEKEY=«FCM${sample('upperAlnum', 13, 2)}»`,
  ],
  noMatch: [`FCM${sample('upperAlnum', 12)}`, `FCM${'X'.repeat(13)}`],
});
