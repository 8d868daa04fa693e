// netrc: a password beside its machine and login.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const netrcPassword = defineRule({
  id: 'netrc-password',
  title: 'Password in a netrc entry',
  provider: 'netrc',
  generic: true,
  severity: 'high',
  keywords: ['machine '],
  pattern:
    /(?<![A-Za-z0-9_.-])machine[ \t]{1,8}[A-Za-z0-9._:/-]{1,128}[ \t\r\n]{1,16}login[ \t]{1,8}[!-~]{1,128}[ \t\r\n]{1,16}password[ \t]{1,8}(?<secret>(?![$%<{])[!#-&(-[\]-_a-~]{3,200})(?![!-~])/,
  confidence: 'medium',
  check: 'password',
  minEntropy: 2,
  publicValues: ['password', 'passwd', 'guest', 'anonymous', 'qwerty'],
  references: ['https://everything.curl.dev/usingcurl/netrc.html'],
  match: [
    `machine nexus.acme.dev login deploy password «${sample('base62', 20)}»`,
    `machine ftp.acme.dev\n  login ops\n  password «${sample('base62', 16, 2)}»\n`,
  ],
  noMatch: [
    'machine api.acme.dev login deploy password $NETRC_PASSWORD',
    'machine api.acme.dev login deploy password <password>',
    'machine learning login page',
  ],
});
