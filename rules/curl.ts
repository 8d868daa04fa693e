// curl: password of `-u user:password` and its long forms, on the same command (continued lines included).

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const curlUserPassword = defineRule({
  id: 'curl-user-password',
  title: 'Password in a curl command',
  provider: 'curl',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: ['curl'],
  pattern:
    /(?<![A-Za-z0-9_.-])curl(?:\.exe)?["']?[ \t,](?:[^\r\n|;]|(?<=\\)\r?\n){0,400}?(?<=[ \t"'])(?:-[A-Za-z]{0,6}[uU]|--user|--proxy-user)["']?(?:[ \t]{1,4}|=|,[ \t]{0,4})["']?[A-Za-z0-9._@%+\\-]{1,64}:(?<secret>(?![$<{[*%(]|[0-9]{1,8}["' \t\r\n])[^ \t\r\n"'\x60|<>]{3,200})(?![^ \t\r\n"'\x60|<>])/,
  check: 'password',
  publicValues: ['pass', 'password', 'passwd', 'secret'],
  references: ['https://curl.se/docs/manpage.html#-u'],
  match: [
    `curl -u deploy:«${sample('base62', 14)}» https://repo.acme.io/artifact`,
    `curl -sS \\\n  --user "svc-build:«${sample('base62', 18, 2)}»" \\\n  https://ci.acme.io/job`,
    `["curl", "-u", "robot:«${sample('base62', 16, 3)}»", "https://acme.io"]`,
  ],
  noMatch: [
    'curl -u user:password https://acme.io',
    'curl -u "$USER:$PASS" https://acme.io',
    'docker run -u 1000:1000 acme/tool',
  ],
});
