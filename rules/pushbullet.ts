// Pushbullet: access tokens; their prefix `o.` is too short to stand without the vendor's name or its header.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pushbulletToken = defineRule({
  id: 'pushbullet-token',
  title: 'Pushbullet access token',
  provider: 'Pushbullet',
  severity: 'medium',
  keywords: ['pushbullet', 'push_bullet', 'access-token'],
  pattern:
    /(?:push_?bullet[\w.-]{0,32}|(?<![\w-])access-token)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>o\.[A-Z0-9]{32})(?![\w-])/i,
  minEntropy: 3.8,
  references: ['https://docs.pushbullet.com'],
  match: [
    `PUSHBULLET_ACCESS_TOKEN=«o.${sample('base62', 32)}»`,
    `curl -H 'Access-Token: «o.${sample('base62', 32, 2)}»' https://api.pushbullet.com/v2/users/me`,
  ],
  noMatch: [`o.${sample('base62', 32)}`, `pushbullet: o.${sample('base62', 12)}`],
});
