// Kerberos: AS-REP hashes as cracking tools write them; the password can be guessed from one.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const kerberosAsrepHash = defineRule({
  id: 'kerberos-asrep-hash',
  title: 'Kerberos AS-REP hash',
  provider: 'Kerberos',
  severity: 'low',
  keywords: ['$krb5asrep$23$'],
  pattern: /\$krb5asrep\$23\$(?:[^ \t\r\n:$]{1,128}:)?[0-9a-f]{32}\$[0-9a-f]{64,1800}(?![A-Za-z0-9])/,
  distinctive: true,
  minEntropy: 3.2,
  references: ['https://hashcat.net/wiki/doku.php?id=example_hashes'],
  match: [
    `«$krb5asrep$23$svc@ACME.LOCAL:${sample('hex', 32)}$${sample('hex', 200)}»`,
    `hash: '«$krb5asrep$23$${sample('hex', 32, 2)}$${sample('hex', 128)}»'`,
  ],
  noMatch: [
    `$krb5asrep$23$svc@ACME.LOCAL:${sample('hex', 32)}`,
    `$krb5asrep$23$svc@ACME.LOCAL:${sample('hex', 31)}$${sample('hex', 128)}`,
  ],
});
