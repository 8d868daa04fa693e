// PostgreSQL: the password in a connection URI.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const postgresConnectionString = defineRule({
  id: 'postgres-connection-string',
  title: 'Password in a PostgreSQL connection URI',
  provider: 'PostgreSQL',
  severity: 'critical',
  keywords: ['postgres://', 'postgresql://', 'postgis://', 'postgresql+', 'postgres+'],
  // Also with a driver (`postgresql+asyncpg`); a JDBC URL has rules of its own.
  pattern:
    /(?<!jdbc:)(?<![A-Za-z0-9+.-])(?:postgres(?:ql)?(?:\+[a-z0-9_]{1,16})?|postgis):\/\/[A-Za-z0-9._~%!$&*+=-]{1,64}:(?<secret>[!$%&(-.0-;=A-Z[\]^_a-z|~]{3,128})@(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{0,252}[A-Za-z0-9])/,
  confidence: 'medium',
  check: 'url-password',
  enforceCheck: true,
  references: ['https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS'],
  match: [
    `DATABASE_URL=postgres://app:«${sample('base62', 20)}»@db.acme.dev:5432/app`,
    `engine = create_engine("postgresql+asyncpg://app:«${sample('base64url', 24)}»@10.0.4.7/app")`,
    `  url: postgresql://svc%40acme:«${sample('base62', 16)}%21»@pg.acme.dev/app?sslmode=require`,
  ],
  noMatch: [
    'postgresql://user:secret@localhost',
    'postgres://postgres:postgres@localhost:5432/postgres',
    'postgres://app@db.acme.dev/app',
    'postgres://app:${PGPASSWORD}@db.acme.dev/app',
  ],
});

export const postgresPasswordFile = defineRule({
  id: 'postgres-password-file',
  title: 'Password in a PostgreSQL password file (.pgpass)',
  provider: 'PostgreSQL',
  severity: 'critical',
  confidence: 'medium',
  keywords: [':5432:', ':5433:', ':6432:', '*:*:'],
  before: 64,
  // host:port:database:user:password, alone on its line.
  pattern:
    /(?<![^\r\n])[A-Za-z0-9*._-]{1,64}:(?:543[23]|6432|\*):[A-Za-z0-9*_.-]{1,64}:[A-Za-z0-9*_.@-]{1,64}:(?<secret>[^\s:"'#]{6,128})(?![^\r\n])/,
  minEntropy: 2.5,
  references: ['https://www.postgresql.org/docs/current/libpq-pgpass.html'],
  match: [
    `db.acme.dev:5432:app:deploy:«${sample('base62', 20)}»\n`,
    `*:*:*:admin:«${sample('base62', 18, 5)}»\n`,
    `# prod\n*:5432:*:postgres:«${sample('base62', 16, 2)}»`,
  ],
  noMatch: [
    'db.acme.dev:5432:app:deploy:${PGPASSWORD}',
    'ports: 127.0.0.1:5432:5432',
    'localhost:5432:app:deploy:changeme',
  ],
});

export const postgresPasswordResponse = defineResponse({
  id: 'postgres-password',
  title: 'PostgreSQL password',
  rules: ['postgres-connection-string', 'postgres-password-file'],
  names: ['DATABASE_URL', 'DB_URL', 'POSTGRES_URL', 'POSTGRES_PASSWORD', 'PGPASSWORD', 'PG_PASSWORD', 'POSTGRES_*'],
  schemes: ['postgres', 'postgresql'],
  revoke: { page: null, command: 'psql --command "ALTER ROLE APP_ROLE NOLOGIN"', api: null },
  rotate: [
    'Is it PostgreSQL? DATABASE_URL names the engine in its scheme. A managed database may want the change in its own console.',
    'Generate a password, and set it in psql with \\password APP_ROLE, which asks for it and sends it hashed. Or create a second role, deploy it and drop the first.',
    'Percent-encode + / = of the new password in the URL, update every place, restart, check the health of the service.',
    'End the sessions that are open: SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = the role.',
    'Let only your own network reach the server: pg_hba.conf, firewall.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'A new password stops new logins only: sessions that are open go on until they are terminated.',
  audit: 'Server log with log_connections, pgaudit, or the log of the provider.',
  detectUse: 'Addresses in pg_stat_activity and the log of connections; new roles, functions and extensions.',
  reach: 'All data of the role; as superuser also commands on the host.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://www.postgresql.org/docs/current/sql-alterrole.html',
  sources: [
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
    'https://www.postgresql.org/docs/current/app-psql.html',
    'https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-SIGNAL',
  ],
});
