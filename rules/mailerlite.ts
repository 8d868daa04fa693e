// MailerLite: API key by name, older (32 characters) and current (JWT).

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mailerliteKey = defineRule({
  id: 'mailerlite-key',
  title: 'MailerLite API key',
  provider: 'MailerLite',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['mailerlite'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Mm]ailer[Ll]ite|MAILERLITE)[\w.-]{0,24}?(?:[Kk]ey|KEY|[Tt]oken|TOKEN)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[a-z0-9]{32}|eyJ[A-Za-z0-9_-]{20,100}\.eyJ[A-Za-z0-9_-]{40,600}\.[A-Za-z0-9_-]{43,700})(?![A-Za-z0-9_-])/,
  minEntropy: 3,
  references: ['https://developers.mailerlite.com'],
  match: [
    `MAILERLITE_API_KEY=«${sample('lowerAlnum', 32)}»`,
    `new MailerLite({ mailerliteApiKey: '«${sample('lowerAlnum', 32, 2)}»' });`,
  ],
  noMatch: [`mailerlite ${sample('lowerAlnum', 32)}`, `MAILERLITE_API_KEY=${'x'.repeat(32)}`],
});
