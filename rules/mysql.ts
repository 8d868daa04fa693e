// MySQL and MariaDB: connection URIs that hold a password.

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
