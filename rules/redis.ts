// Redis: connection URIs with a password; the user may be empty.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const redisConnectionString = defineRule({
  id: 'redis-connection-string',
  title: 'Redis connection URI with password',
  provider: 'Redis',
  severity: 'high',
  keywords: ['redis://', 'rediss://'],
  pattern:
    /(?<![A-Za-z0-9])rediss{0,1}:\/\/[^\x00-\x20"'\x60<>@/:{}$\\]{0,64}:(?<secret>(?!\$\{|\$[A-Z(]|%s|\*\*\*)[^\x00-\x20"'\x60<>@/{}\\]{3,128})@[A-Za-z0-9._[\]-]{1,253}(?::[0-9]{1,5}){0,1}(?:\/[0-9]{1,3}(?![\w-])){0,1}/,
  distinctive: true,
  confidence: 'medium',
  check: 'url-password',
  references: ['https://github.com/redis/redis-specifications'],
  match: [
    `REDIS_URL=redis://:«${sample('base62', 24)}»@cache.acme.dev:6379/0`,
    `createClient({ url: 'rediss://default:«${sample('base62', 32, 2)}»@eu1-fox-39120.upstash.io:6379' })`,
  ],
  noMatch: ['redis://localhost:6379/0', `redis://:${'${REDIS_PASSWORD}'}@cache:6379`],
});

export const redisPasswordResponse = defineResponse({
  id: 'redis-password',
  title: 'Redis password',
  rules: ['redis-connection-string'],
  names: ['REDIS_URL', 'REDIS_PASSWORD', 'REDIS_TLS_URL', 'CELERY_BROKER_URL', 'REDISCLI_AUTH', 'REDIS_*'],
  schemes: ['redis', 'rediss', 'valkey', 'valkeys'],
  revoke: { page: null, command: 'redis-cli ACL SETUSER APP_USER off', api: null },
  rotate: [
    'A user can have two passwords for a while: add the new one with ACL SETUSER, deploy it, then take the old one away. Enter both in an interactive redis-cli, or in the file of ACL rules.',
    'Kill the connections of the user: CLIENT KILL USER APP_USER.',
    'Switch the default user off, and let only your own network reach the server.',
  ],
  generate: 'openssl rand -hex 32',
  invalidation: 'Connections that are open stay signed in until they are killed.',
  audit: 'ACL LOG; log of the provider.',
  detectUse: 'Addresses in CLIENT LIST, refused commands in ACL LOG, keys and jobs that nobody wrote.',
  reach: 'All keys: sessions, caches, and queues, whose jobs may be code.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
  sources: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
});
