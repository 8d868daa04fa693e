// MySQL and MariaDB: connection URIs that hold a password.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mysqlConnectionString = defineRule({
  id: 'mysql-connection-string',
  title: 'MySQL connection URI with password',
  provider: 'MySQL',
  severity: 'critical',
  keywords: ['mysql://', 'mysqlx://', 'mysql2://', 'mysql+', 'mariadb://', 'mariadb+'],
  pattern:
    /(?<!jdbc:)(?<![A-Za-z0-9+.-])(?:mysql[2x]?|mariadb)(?:\+[a-z0-9]{2,16})?:\/\/[\w.%~+-]{1,64}:(?!pscale_pw_)(?<secret>[^\x00-\x20"'\x60<>@/\\\x7f-\xff]{3,128})@[\w.-]{1,128}(?::[0-9]{2,5})?(?:\/[\w-]{0,64})?(?![\w-])/,
  distinctive: true,
  confidence: 'medium',
  check: 'url-password',
  enforceCheck: true,
  references: ['https://dev.mysql.com/doc/refman/en/connecting-using-uri-or-key-value-pairs.html'],
  match: [
    `DATABASE_URL=mysql://app:«${sample('base62', 16)}»@db.acme.io:3306/shop`,
    `engine = create_engine('mysql+pymysql://app:«${sample('base62', 18)}»@10.0.4.7/shop')`,
  ],
  noMatch: ['mysql://root@localhost/shop', 'mysql://user:password@localhost:3306/db'],
});

export const mysqlPasswordResponse = defineResponse({
  id: 'mysql-password',
  title: 'MySQL or MariaDB password',
  rules: ['mysql-connection-string'],
  names: [
    'MYSQL_URL',
    'MYSQL_PASSWORD',
    'MYSQL_ROOT_PASSWORD',
    'MYSQL_PWD',
    'MARIADB_PASSWORD',
    'MYSQL_*',
    'MARIADB_*',
  ],
  schemes: ['mysql', 'mysql2', 'mysqlx', 'mariadb'],
  revoke: { page: null, command: 'mysql --execute "ALTER USER APP_USER ACCOUNT LOCK"', api: null },
  rotate: [
    'Let the server make the new one: ALTER USER APP_USER IDENTIFIED BY RANDOM PASSWORD (MySQL 8.0.18 and later) prints it once. Elsewhere use mysqladmin password, which asks for it.',
    'Or create a second user with the same grants, deploy it, and drop the first.',
    'Update every place, restart, then kill the connections that are open: SHOW PROCESSLIST, KILL ID.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'Connections that are open go on until they are killed.',
  audit: 'General or audit log of the server, or the log of the provider.',
  detectUse: 'Hosts in the process list and the log; new users, triggers and events.',
  reach: 'The schemas that are granted to the user; as root the whole server.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://dev.mysql.com/doc/refman/8.4/en/alter-user.html',
  sources: [
    'https://dev.mysql.com/doc/refman/8.4/en/alter-user.html',
    'https://dev.mysql.com/doc/refman/8.4/en/password-management.html',
  ],
});
