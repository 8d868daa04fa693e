// Password hashes of crypt(3): MD5, bcrypt, SHA-256, SHA-512, yescrypt and Argon2.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const passwordHashCrypt = defineRule({
  id: 'password-hash-crypt',
  title: 'Unix password hash',
  provider: 'Unix',
  severity: 'low',
  keywords: ['$1$', '$apr1$', '$2a$', '$2b$', '$2x$', '$2y$', '$5$', '$6$', '$y$', '$argon2i$', '$argon2id$'],
  pattern:
    /(?<![A-Za-z0-9$./])\$(?:(?:apr)?1\$[A-Za-z0-9./]{1,8}\$[A-Za-z0-9./]{22}|2[abxy]\$[0-3][0-9]\$[A-Za-z0-9./]{53}|5\$(?:rounds=[0-9]{1,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{43}|6\$(?:rounds=[0-9]{1,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{86}|y\$[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{1,86}\$[A-Za-z0-9./]{43}|argon2id?\$v=[0-9]{1,3}\$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,4}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,90})(?![A-Za-z0-9./$])/,
  minEntropy: 3,
  references: ['https://man7.org/linux/man-pages/man5/crypt.5.html'],
  match: [
    `root:«${'$6$'}${sample('base62', 16)}$${sample('base62', 86)}»:19700:0:99999:7:::`,
    `admin_hash: '«${'$2b$12$'}${sample('base62', 53)}»'`,
    `svc:«${'$5$'}${sample('base62', 16, 2)}$${sample('base62', 43, 2)}»:19700:0:99999:7:::`,
    `deploy:«${'$apr1$'}${sample('base62', 8)}$${sample('base62', 22)}»`,
    `user:«${'$y$j9T$'}${sample('base62', 22)}$${sample('base62', 43)}»:19700::::::`,
    `hash = "«${'$argon2id$v=19$m=65536,t=3,p=4$'}${sample('base62', 22)}$${sample('base62', 43)}»"`,
  ],
  noMatch: [`$2b$12$${sample('base62', 40)}`, `$6$${sample('base62', 16)}$${sample('base62', 50)}`],
});
