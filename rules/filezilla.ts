// FileZilla: passwords of the site manager, base64 in an XML element.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const filezillaPassword = defineRule({
  id: 'filezilla-password',
  title: 'FileZilla site password',
  provider: 'FileZilla',
  severity: 'high',
  keywords: ['<Pass encoding="base64">'],
  pattern: /<Pass encoding="base64">(?<secret>[A-Za-z0-9+/]{4,200}={0,2})<\/Pass>/,
  references: ['https://filezilla-project.org'],
  match: [
    `<Pass encoding="base64">«${Buffer.from(sample('base62', 14)).toString('base64')}»</Pass>`,
    `<User>jo</User><Pass encoding="base64">«${Buffer.from(sample('base62', 12)).toString('base64')}»</Pass>`,
  ],
  noMatch: ['<Pass encoding="base64"></Pass>', '<Pass encoding="crypt" />'],
});
