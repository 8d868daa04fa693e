// A password in the userinfo of a URL, whatever its scheme. Databases, caches and queues have rules of their own.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const urlCredentialsResponse = defineResponse({
  id: 'url-credentials',
  title: 'password in the address of a service',
  rules: ['url-credentials'],
  schemes: ['http', 'https', 'ws', 'wss'],
  isFallback: true,
  rotate: [
    'The address says which service and which user: change the password, or revoke the token, there.',
    'End the open sessions of the user, and check that the old value is refused.',
    'Keep the password apart from the address: a variable of its own, a credential helper, a secret manager.',
  ],
  generate: 'openssl rand -base64 24',
  invalidation:
    'A new password seldom ends sessions that are open. Addresses with passwords also stand in logs and shell histories.',
  audit: 'Sign-in or access log of the service.',
  detectUse: 'Access as that user from addresses that are not yours.',
  reach: 'Everything that the user may do there.',
  breaks: 'Whatever uses that address.',
  rotationDays: INTERVALS.password,
  sources: [
    'https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
});
