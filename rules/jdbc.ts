// JDBC URLs: the password as a property, or in front of the host as Oracle and some drivers have it.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.oracle.com/javase/tutorial/jdbc/basics/connecting.html';

export const jdbcConnectionString = defineRule({
  id: 'jdbc-connection-string',
  title: 'JDBC connection string with password property',
  provider: 'JDBC',
  severity: 'critical',
  keywords: ['jdbc:'],
  pattern:
    /(?<![A-Za-z0-9])jdbc:[a-z][a-z0-9]{1,20}:[^\x00-\x20"'\x60<>]{1,300}?[;?&](?:password|pwd)=(?<secret>(?![$%{*])[^\x00-\x20"'\x60<>;&,\\]{3,128})(?![^\x00-\x20"'\x60<>;&,\\])/i,
  confidence: 'medium',
  check: 'password',
  minEntropy: 2,
  references: [DOCS],
  match: [
    `DB_URL=jdbc:sqlserver://db.acme.io:1433;databaseName=crm;user=crm;password=«${sample('base62', 18)}»`,
    `url: "jdbc:mariadb://db.acme.io/crm?user=crm&password=«${sample('base62', 16, 2)}»&useSSL=true"`,
  ],
  noMatch: ['jdbc:mysql://db.acme.io/crm?user=crm&password=${DB_PASSWORD}', 'jdbc:h2:mem:crm;DB_CLOSE_DELAY=-1'],
});

export const jdbcConnectionStringUserinfo = defineRule({
  id: 'jdbc-connection-string-userinfo',
  title: 'JDBC connection string with user and password',
  provider: 'JDBC',
  severity: 'critical',
  keywords: ['jdbc:'],
  pattern:
    /(?<![A-Za-z0-9])jdbc:[a-z][a-z0-9]{1,20}:(?:thin:[\w.$#-]{1,64}\/|[a-z0-9:]{0,20}\/\/[^\x00-\x20"'\x60<>:@/]{1,64}:)(?<secret>(?![$%{*])[^\x00-\x20"'\x60<>@/]{3,128})@(?=[\w/[(])/i,
  confidence: 'medium',
  check: 'password',
  minEntropy: 2,
  references: [DOCS],
  match: [
    `jdbc:oracle:thin:crm/«${sample('base62', 18)}»@db.acme.io:1521/ORCL`,
    `"url": "jdbc:clickhouse://crm:«${sample('base62', 16, 2)}»@db.acme.io:8123/crm"`,
  ],
  noMatch: ['jdbc:oracle:thin:@db.acme.io:1521/ORCL', 'jdbc:clickhouse://db.acme.io:8123/crm'],
});

export const databasePasswordResponse = defineResponse({
  id: 'database-password',
  title: 'database password, engine named in the connection string',
  rules: [
    'jdbc-connection-string',
    'jdbc-connection-string-userinfo',
    'odbc-connection-string',
    'sql-create-user-password',
  ],
  names: [
    'DB_PASSWORD',
    'DATABASE_PASSWORD',
    'DB_PASS',
    'SPRING_DATASOURCE_PASSWORD',
    'SA_PASSWORD',
    'MSSQL_SA_PASSWORD',
    'MSSQL_PASSWORD',
    'ORACLE_PASSWORD',
    'DB_*',
  ],
  schemes: ['jdbc', 'sqlserver', 'mssql', 'oracle', 'clickhouse', 'cockroachdb', 'cassandra', 'couchdb'],
  rotate: [
    'Which engine and server? The connection string names both. Lock the user there if it may be in use by others.',
    'Generate a new password for that user alone, set it in an interactive client, not on a command line.',
    'Update every place, restart, check the health of the service.',
    'End the sessions that are open at the server.',
    'Let only your own network reach the server.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'A new password stops new logins only: sessions that are open go on until they are ended.',
  audit: 'Log of logins or audit log of the engine, or the log of the provider.',
  detectUse: 'Logins of the user from addresses that are not yours; new users, jobs and procedures.',
  reach: 'Everything the user is granted; as administrator the whole server.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  sources: ['https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html'],
});
