// Passwords in URLs: which open something, and which are local defaults or stand for one.

import { describe, expect, it } from 'vitest';
import { checkUrlPassword } from '../../src/engine/check-url-password.js';
import { sample } from '../../src/sample.js';

function judge(user: string, password: string, host: string) {
  return checkUrlPassword(password, { match: `postgres://${user}:${password}@${host}`, previous: '', next: '' });
}

describe('checkUrlPassword', () => {
  it.each([
    { user: 'app', password: 'x7' + 'Gh2', host: '127.0.0.1' },
    { user: 'app', password: sample('base62', 16), host: 'localhost:5432/app' },
    { user: 'app', password: 'S3cure' + '!pass', host: '10.0.0.7' },
    { user: 'ann', password: 'p%40ss' + '1word', host: 'db.internal' },
    { user: 'postgres', password: 'admin', host: 'db.acme.dev' },
  ])('$user on $host may be real', ({ user, password, host }) => {
    expect(judge(user, password, host)).toBe('unknown');
  });

  it.each([
    { name: 'a variable', user: 'app', password: '${DB_PASSWORD}', host: 'db.acme.dev' },
    { name: 'a shell variable', user: 'app', password: '$DB_PASSWORD', host: 'db.acme.dev' },
    { name: 'a template', user: 'app', password: '{{password}}', host: 'db.acme.dev' },
    { name: 'a placeholder', user: 'app', password: '<password>', host: 'db.acme.dev' },
    { name: 'stars', user: 'app', password: '*****', host: 'db.acme.dev' },
    { name: 'the word password', user: 'app', password: 'password', host: 'db.acme.dev' },
    { name: 'the user again', user: 'root', password: 'ROOT', host: 'db.acme.dev' },
    { name: 'an example host', user: 'app', password: sample('base62', 16), host: 'example.com/db' },
    { name: 'a host below example.org', user: 'app', password: sample('base62', 16), host: 'db.example.org:80' },
    { name: 'a host that is a variable', user: 'app', password: sample('base62', 16), host: '${HOST}/db' },
    { name: 'a default of a local database', user: 'app', password: 'postgres', host: 'localhost:5432' },
    { name: 'a default in a compose file', user: 'app', password: 'dev', host: 'db:5432' },
    { name: 'a word on this machine', user: 'app', password: 'dragon', host: '127.0.0.1' },
    { name: 'a word at a host of nobody', user: 'app', password: 'dragon', host: 'server.com' },
    { name: 'a name at a host of nobody', user: 'ann', password: 'lovelace', host: 'some.url.com' },
  ])('$name is none', ({ user, password, host }) => {
    expect(judge(user, password, host)).toBe('invalid');
  });

  it('random text at a host that is not this machine is one', () => {
    expect(judge('app', sample('base62', 16), 'db.acme.dev:5432/app')).toBe('valid');
  });
});
