// Password hashes of crypt(3): MD5, bcrypt, SHA-256, SHA-512, yescrypt and Argon2. A hash alone is mostly that of a test's password;
// in a file of accounts it is somebody's.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const passwordHashCrypt = defineRule({
  id: 'password-hash-crypt',
  title: 'Unix password hash',
  provider: 'Unix',
  severity: 'low',
  confidence: 'low',
  keywords: ['$1$', '$apr1$', '$2a$', '$2b$', '$2x$', '$2y$', '$5$', '$6$', '$y$', '$argon2i$', '$argon2id$'],
  pattern:
    /(?<![A-Za-z0-9$./])\$(?:(?:apr)?1\$[A-Za-z0-9./]{1,8}\$[A-Za-z0-9./]{22}|2[abxy]\$[0-3][0-9]\$[A-Za-z0-9./]{53}|5\$(?:rounds=[0-9]{1,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{43}|6\$(?:rounds=[0-9]{1,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{86}|y\$[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{1,86}\$[A-Za-z0-9./]{43}|argon2id?\$v=[0-9]{1,3}\$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,4}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,90})(?![A-Za-z0-9./$])/,
  minEntropy: 3,
  references: ['https://man7.org/linux/man-pages/man5/crypt.5.html'],
  match: [
    `PWHASH=«${'$6$'}${sample('base62', 16)}$${sample('base62', 86)}»`,
    `admin_hash: '«${'$2b$12$'}${sample('base62', 53)}»'`,
    `  svc: «${'$5$'}${sample('base62', 16, 2)}$${sample('base62', 43, 2)}»`,
    `- "deploy:«${'$apr1$'}${sample('base62', 8)}$${sample('base62', 22)}»"`,
    `hash: «${'$y$j9T$'}${sample('base62', 22)}$${sample('base62', 43)}»`,
    `hash = "«${'$argon2id$v=19$m=65536,t=3,p=4$'}${sample('base62', 22)}$${sample('base62', 43)}»"`,
  ],
  noMatch: [`$2b$12$${sample('base62', 40)}`, `$6$${sample('base62', 16)}$${sample('base62', 50)}`],
});

const LINE_END = '(?=[ \\t]{0,8}(?:[\\r\\n]|$))';

export const shadowEntry = defineRule({
  id: 'shadow-entry',
  title: 'Password hash in a shadow file',
  provider: 'Unix',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['$1$', '$2a$', '$2b$', '$2y$', '$5$', '$6$', '$y$', '$gy$'],
  before: 32,
  pattern:
    /(?<![^\r\n])[a-z_][a-z0-9_.-]{0,30}:(?<secret>\$(?:1|2[aby]|5|6|g?y)\$[A-Za-z0-9./$=]{20,150}):(?:[0-9]{0,6}:){2,5}/,
  minEntropy: 3,
  references: ['https://man7.org/linux/man-pages/man5/shadow.5.html'],
  match: [
    `root:«${'$6$'}${sample('base62', 16, 4)}$${sample('base62', 86, 4)}»:19700:0:99999:7:::`,
    `daemon:*:19700:0:99999:7:::\nops:«${'$y$j9T$'}${sample('base62', 22, 5)}$${sample('base62', 43, 5)}»:19700:0:99999:7:::`,
  ],
  noMatch: ['root:*:19700:0:99999:7:::', 'daemon:!:19700::::::'],
});

export const htpasswdEntry = defineRule({
  id: 'htpasswd-entry',
  title: 'Password hash in an htpasswd file',
  provider: 'Unix',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['$apr1$', '$2y$', '$2a$', '$2b$', ':{sha}'],
  before: 64,
  // A line of its own, without blanks: a hash in YAML or in a program stands behind one.
  pattern: new RegExp(
    `(?<![^\\r\\n])[A-Za-z0-9_.@-]{1,63}:(?<secret>\\$apr1\\$[A-Za-z0-9./]{1,8}\\$[A-Za-z0-9./]{22}|\\$2[aby]\\$[0-3][0-9]\\$[A-Za-z0-9./]{53}|\\{SHA\\}[A-Za-z0-9+/]{27}=)${LINE_END}`,
  ),
  minEntropy: 3,
  references: ['https://httpd.apache.org/docs/2.4/misc/password_encryptions.html'],
  match: [
    `deploy:«${'$apr1$'}${sample('base62', 8, 6)}$${sample('base62', 22, 6)}»\n`,
    `ann:«${'$2y$05$'}${sample('base62', 53, 7)}»`,
    `ops@acme.dev:«{SHA}${sample('base64', 27, 8)}=»\r\n`,
  ],
  noMatch: ['deploy:x:1000:1000::/home/deploy:/bin/sh', 'user:{SHA}', `user:${'$apr1$'}`],
});
