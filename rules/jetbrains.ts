// JetBrains YouTrack and Hub: permanent tokens, base64 user and service names and a random part.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const jetbrainsPermanentToken = defineRule({
  id: 'jetbrains-permanent-token',
  title: 'JetBrains YouTrack or Hub permanent token',
  provider: 'JetBrains YouTrack / Hub',
  severity: 'high',
  keywords: ['perm:', 'perm-'],
  pattern: /(?<![\w-])perm[:-](?:[A-Za-z0-9+/]{2,40}={0,2}\.){2}[A-Za-z0-9+/]{20,60}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html'],
  match: [
    `YOUTRACK_TOKEN=«perm:cm9vdA==.NDQtMA==.${sample('base62', 30)}»`,
    `Authorization: Bearer «perm-YWxleA==.NDctMTI=.${sample('base62', 30, 2)}»`,
  ],
  noMatch: [`perm:cm9vdA==.${sample('base62', 30)}`, `perm-cm9vdA==.NDQtMA==.${sample('base62', 9)}`],
});
