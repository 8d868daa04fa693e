// LDAP: bind passwords in configuration, and the password given to OpenDSObject.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const directoryPasswordResponse = defineResponse({
  id: 'directory-password',
  title: 'password of a directory or system account (LDAP, Windows, Kerberos)',
  rules: [
    'ldap-bind-credentials',
    'psexec-password',
    'powershell-securestring',
    'dotnet-network-credential',
    'vmware-vi-credentials',
  ],
  names: ['LDAP_PASSWORD', 'LDAP_BIND_PASSWORD', 'AD_PASSWORD', 'DOMAIN_PASSWORD', 'LDAP_*'],
  schemes: ['ldap', 'ldaps'],
  rotate: [
    'Reset the password of that account in the directory; ldappasswd asks for it. Of a local account, on every host that has it.',
    'Give the service a managed account whose password nobody knows, where the directory has such.',
    'Look for groups, tickets and sessions of the account.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'Sessions and Kerberos tickets live on until they expire: end them.',
  audit: 'Log of the directory servers: binds and sign-ins of the account.',
  detectUse: 'Sign-ins from hosts that do not use it.',
  reach: 'Whatever the account may read or change in the directory, and every host that trusts it.',
  breaks: 'Services that sign in with it.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  sources: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    'https://www.openldap.org/software/man.cgi?query=ldappasswd',
  ],
});
