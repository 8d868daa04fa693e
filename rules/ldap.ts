// LDAP: bind passwords in configuration, and the password given to OpenDSObject.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ldapBindCredentials = defineRule({
  id: 'ldap-bind-credentials',
  title: 'LDAP bind password',
  provider: 'LDAP',
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'bindpassword',
    'bind_password',
    'bind-password',
    'bindpasswd',
    'bindpw',
    'bind_pw',
    'bindcredential',
    'bind_credential',
    'opendsobject',
  ],
  pattern:
    /(?:bind[_-]?(?:password|passwd|pw|credentials?)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,])[ \t]{0,8}|OpenDSObject\([ \t]{0,4}(?:"[^"\r\n]{1,100}"|[\w.]{1,48}),[ \t]{0,4}(?:"[^"\r\n]{1,100}"|[\w.]{1,48}),[ \t]{0,4})["']?(?![$%@])(?=[A-Za-z._-]{0,30}[^A-Za-z._"'\r\n \t-])(?<secret>[^"'\x60 \t\r\n,;<>{}()[\]]{4,128})(?![^"' \t\r\n;,])/i,
  minEntropy: 2,
  references: ['https://datatracker.ietf.org/doc/html/rfc4513'],
  match: [
    `ldap.bindPassword="«${sample('base62', 14)}»"\n`,
    `bind_password: «${sample('base62', 16)}!»\n`,
    `Set u = dso.OpenDSObject("LDAP://dc1", "svc", "«${sample('base62', 12)}»", 1)`,
  ],
  noMatch: [
    'bindPassword = ' + 'config.ldap.password\n',
    'bindCredentials: ${LDAP_PASSWORD}\n',
    "bindPassword: getenv('LDAP_PASSWORD')\n",
  ],
});
