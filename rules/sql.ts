// SQL: a password literal in a statement that creates or changes an account.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sqlCreateUserPassword = defineRule({
  id: 'sql-create-user-password',
  title: 'Password in an SQL account statement',
  provider: 'SQL',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'identified by',
    'identified with',
    'with password',
    'with encrypted password',
    'set password',
    'with login password',
  ],
  // A hash, a placeholder or a bind parameter in place of the literal is none.
  pattern:
    /(?:identified[ \t]{1,4}(?:with[ \t]{1,4}['"`]?\w{3,40}['"`]?[ \t]{1,4})?by|with[ \t]{1,4}(?:encrypted[ \t]{1,4}|login[ \t]{1,4}){0,2}password|set[ \t]{1,4}password(?:[ \t]{1,4}for[ \t]{1,4}[^ \t\r\n]{1,100})?)[ \t]{0,4}=?[ \t]{0,4}(?:password[ \t]{0,4}\([ \t]{0,4})?(?:N(?='))?['"](?<secret>(?!\*[0-9A-F]{8}|[$%<{:@?` ]|md5[0-9a-f]{8}|SCRAM-SHA)[^'"\r\n\\]{3,128})['"]/i,
  minEntropy: 2,
  publicValues: ['password', 'secret', 'passwd', 'new_password', 'newpassword', 'mypass', 'auth_string'],
  references: [
    'https://dev.mysql.com/doc/refman/en/create-user.html',
    'https://www.postgresql.org/docs/current/sql-createrole.html',
  ],
  match: [
    `CREATE USER 'app'@'%' IDENTIFIED BY '«${sample('base62', 16)}»';`,
    `ALTER ROLE app WITH PASSWORD '«${sample('base62', 14, 2)}»';`,
    `CREATE LOGIN app WITH PASSWORD = N'«${sample('base62', 18, 3)}»'`,
    `SET PASSWORD FOR 'app'@'db' = PASSWORD('«${sample('base62', 12, 4)}»');`,
    `alter user app identified with mysql_native_password by '«${sample('base62', 15, 5)}»'`,
  ],
  noMatch: [
    "CREATE USER 'app' IDENTIFIED BY '${DB_PASSWORD}'",
    "ALTER USER app WITH PASSWORD '%s'",
    "exec(`ALTER USER app IDENTIFIED BY '` + password + `'`)",
    "CREATE USER 'app' IDENTIFIED BY 'password'",
  ],
});
