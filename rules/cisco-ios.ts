// Cisco IOS: password hashes of type 5, 8 and 9, and type 7, which anyone can decode.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ciscoTypeSecret = defineRule({
  id: 'cisco-type-secret',
  title: 'Cisco IOS password hash (type 5, 8 or 9)',
  provider: 'Cisco IOS',
  severity: 'medium',
  keywords: ['$8$', '$9$', 'secret 5 $1$'],
  pattern:
    /(?:secret 5 ){0,1}(?<secret>\$[89]\$[A-Za-z0-9./]{14}\$[A-Za-z0-9./]{43}|\$1\$[A-Za-z0-9./]{4,8}\$[A-Za-z0-9./]{22})(?![A-Za-z0-9./$])/,
  minEntropy: 3,
  references: ['https://www.cisco.com'],
  match: [
    `enable secret 9 «$9$${sample('base62', 14)}$${sample('base62', 43)}»`,
    `username ops privilege 15 secret 8 «$8$${sample('base62', 14, 2)}$${sample('base62', 43, 2)}»`,
    `enable secret 5 «$1$${sample('base62', 4, 3)}$${sample('base62', 22, 3)}»`,
  ],
  noMatch: [`$9$${sample('base62', 14)}$${sample('base62', 20)}`, `$8$${'x'.repeat(14)}$${'x'.repeat(40)}`],
});

export const ciscoTypeSecret7 = defineRule({
  id: 'cisco-type-secret-7',
  title: 'Cisco IOS type 7 password',
  provider: 'Cisco IOS',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['password 7 ', 'key 7 ', 'secret 7 ', 'key-string 7 '],
  pattern: /(?:password|key|secret|key-string) 7 (?<secret>(?:0[0-9]|1[0-5])(?:[0-9A-F]{2}){4,64})(?![\w-])/i,
  references: ['https://www.cisco.com'],
  match: [
    `line vty 0 4\n password 7 «07${sample('upperHex', 14)}»`,
    `tacacs-server key 7 «13${sample('upperHex', 22, 2)}»`,
  ],
  noMatch: [`password 7 ${sample('letters', 16)}`, `key 7 99${sample('upperHex', 14)}`],
});
