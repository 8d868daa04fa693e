// A password in the userinfo of a URL, whatever its scheme. Databases, caches and queues have rules of their own.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const urlCredentials = defineRule({
  id: 'url-credentials',
  title: 'Password in a URL',
  provider: 'URL',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: ['://'],
  before: 24,
  pattern:
    /(?<!jdbc:)(?<![A-Za-z0-9+.-])(?!postg|mysql|mariadb|mongodb|redis|amqp|cloudinary)[A-Za-z][A-Za-z0-9+.-]{1,22}:\/\/[A-Za-z0-9._~%!$&*+=-]{0,64}:(?<secret>(?!pserver:)[!$%&(-.0-;=A-Z[\]^_a-z|~]{3,128})@(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{0,252}[A-Za-z0-9])/,
  check: 'url-password',
  enforceCheck: true,
  references: ['https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1'],
  match: [
    `SMTP_URL=smtps://mailer:«${sample('base62', 16)}»@smtp.acme.dev:465`,
    `proxy: "http://build:«${sample('base62', 12)}»@proxy.acme.dev:3128"`,
    `<repository url="https://deploy:«${sample('base62', 20)}»@nexus.acme.dev/repository/releases"/>`,
  ],
  noMatch: [
    'https://user:pass@example.com',
    'https://user:password@host/path',
    'ftp://anonymous:guest@localhost',
    'https://acme.dev:8443/@scope/package',
    'http://deploy:${PROXY_PASSWORD}@proxy.acme.dev',
  ],
});
