// Redis: connection URIs with a password; the user may be empty.

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
