// SQL: a password literal in a statement that creates or changes an account, and password hashes in dumps.

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
    /(?:identified[ \t]{1,4}(?:with[ \t]{1,4}['"`]?\w{3,40}['"`]?[ \t]{1,4})?by|with[ \t]{1,4}(?:encrypted[ \t]{1,4}|login[ \t]{1,4}){0,2}password|set[ \t]{1,4}password(?:[ \t]{1,4}for[ \t]{1,4}(?:['"\x60][^'"\x60\r\n]{0,80}['"\x60]|[\w.%-]{1,80})(?:@(?:['"\x60][^'"\x60\r\n]{0,80}['"\x60]|[\w.%-]{1,80}))?)?)[ \t]{0,4}=?[ \t]{0,4}(?:password[ \t]{0,4}\([ \t]{0,4})?(?:N(?='))?(?:\\{0,3}['"]){1,4}(?<secret>(?!\*[0-9A-F]{8}|[$%<{:@?` #]|md5[0-9a-f]{8}|SCRAM-SHA)(?:[^'"\r\n\\]|'(?=[^'"\s;,)]{1,24}")){3,128})\\{0,3}['"]/i,
  check: 'password',
  // `with password "…"` is prose elsewhere.
  near: { words: ['create ', 'alter ', 'grant ', 'identified', 'set password'], before: 300, after: 0 },
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

const HASH = [
  '\\$2[abxy]\\$[0-3][0-9]\\$[A-Za-z0-9./]{53}',
  '\\$[PH]\\$[A-Za-z0-9./]{31}',
  '\\$argon2(?:id?|d)\\$[A-Za-z0-9=,$+/]{40,160}',
  '\\$[56]\\$[A-Za-z0-9./$=]{50,130}',
  'pbkdf2_sha(?:1|256|512)\\$[0-9]{3,8}\\$[A-Za-z0-9+/=]{6,40}\\$[A-Za-z0-9+/=]{24,90}',
  'pbkdf2:sha(?:256|512):[0-9]{3,8}\\$[A-Za-z0-9]{6,24}\\$[0-9a-f]{64,128}',
].join('|');

export const sqlDumpPasswordHash = defineRule({
  id: 'sql-dump-password-hash',
  title: 'Password hash in a database dump',
  provider: 'SQL',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['$2a$', '$2b$', '$2y$', '$P$', '$H$', '$argon2', '$5$', '$6$', 'pbkdf2_sha', 'pbkdf2:sha'],
  pattern: new RegExp(`(?<=['\\t])(?:${HASH})(?=\\\\?['\\t\\r\\n])`),
  near: { words: ['insert into', 'from stdin'], before: 4000, after: 0 },
  minEntropy: 3,
  references: [
    'https://dev.mysql.com/doc/refman/en/mysqldump.html',
    'https://www.postgresql.org/docs/current/app-pgdump.html',
  ],
  match: [
    `INSERT INTO \`users\` VALUES (1,'ann@acme.dev','«${'$2y$10$'}${sample('base62', 53)}»','2024-05-01');`,
    `COPY public.users (id, email, hash) FROM stdin;\n1\tann@acme.dev\t«pbkdf2_sha256$600000$${sample('base62', 22)}$${sample('base64', 43, 2)}=»\n\\.`,
    `INSERT INTO wp_users VALUES (1,'admin','«${'$P$B'}${sample('base62', 30)}»','admin');`,
  ],
  noMatch: [
    `INSERT INTO t VALUES (1, '${'$2y$10$'}');`,
    `INSERT INTO t VALUES (1, '${'$2y$10$'}${sample('base62', 20, 9)}')`,
  ],
});

export const sqlAccountPasswordHash = defineRule({
  id: 'sql-account-password-hash',
  title: 'Password hash of a database account',
  provider: 'SQL',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['identified by password', 'mysql_native_password', 'scram-sha-256$', "password 'md5"],
  // PostgreSQL's MD5 is over password and name, and unsalted; MySQL's is two SHA-1. Both fall to a dictionary within minutes.
  pattern:
    /(?:(?:identified by password|mysql_native_password['"\x60]? as)[ \t]{1,4}\\?['"](?<secret>\*[0-9a-f]{40})|scram-sha-256\$[0-9]{4,7}:[a-z0-9+/]{20,32}={0,2}\$[a-z0-9+/]{43}=:[a-z0-9+/]{43}=|password 'md5[0-9a-f]{32}')/i,
  references: [
    'https://dev.mysql.com/doc/refman/en/create-user.html',
    'https://www.postgresql.org/docs/current/catalog-pg-authid.html',
  ],
  match: [
    `GRANT ALL ON *.* TO 'app'@'%' IDENTIFIED BY PASSWORD '«*${sample('upperHex', 40)}»';`,
    `CREATE USER 'app'@'%' IDENTIFIED WITH 'mysql_native_password' AS '«*${sample('upperHex', 40, 2)}»';`,
    `ALTER ROLE app WITH LOGIN PASSWORD '«SCRAM-SHA-256$4096:${sample('base64', 22)}==$${sample('base64', 43)}=:${sample('base64', 43, 2)}=»';`,
    `ALTER ROLE app WITH LOGIN «PASSWORD 'md5${sample('hex', 32)}'»;`,
  ],
  noMatch: ["CREATE USER 'app'@'%' IDENTIFIED WITH 'mysql_native_password' AS '*';", "ALTER ROLE app PASSWORD 'md5';"],
});
