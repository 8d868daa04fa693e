// Commands that take a password as an argument, and calls that take a user and a password.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const CWE = 'https://cwe.mitre.org/data/definitions/214.html';

export const commandLinePassword = defineRule({
  id: 'command-line-password',
  title: 'Password in a command',
  provider: 'Command line',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'sshpass',
    'docker login',
    'podman login',
    'registry login',
    'az login',
    'redis-cli',
    'mysql -',
    'mysqldump -',
    'mysqladmin -',
    'mongodump',
    'mongorestore',
    'mongosh',
    'ldapsearch',
    'ldapadd',
    'ldapmodify',
    'rabbitmqctl add_user',
    'rabbitmqctl change_password',
  ],
  // The option stands on the same command, continued lines included; `-p` alone asks, and `-P` is a port.
  pattern:
    /(?:sshpass[ \t]{1,4}-p[ \t]{0,4}|(?:docker|podman|registry)[ \t]{1,4}login(?:[^\r\n|;&]|(?<=\\)\r?\n){0,160}?[ \t]-p[ \t]{1,4}|az[ \t]{1,4}login(?:[^\r\n|;&]|(?<=\\)\r?\n){0,160}?[ \t]-p[ \t]{1,4}|redis-cli(?:[^\r\n|;&]|(?<=\\)\r?\n){0,120}?[ \t]-a[ \t]{1,4}|mysql(?:dump|admin)?(?=[ \t]{1,4}-)(?:[^\r\n|;&]|(?<=\\)\r?\n){0,160}?[ \t]-p|mongo(?:dump|restore|sh)(?:[^\r\n|;&]|(?<=\\)\r?\n){0,160}?[ \t]-p[ \t]{1,4}|ldap(?:search|add|modify)(?:[^\r\n|;&]|(?<=\\)\r?\n){0,160}?[ \t]-w[ \t]{1,4}|rabbitmqctl[ \t]{1,4}(?:add_user|change_password)[ \t]{1,4}[\w.-]{1,64}[ \t]{1,4})["']?(?<secret>(?![$%<{([*-])[^ \x7f-\xff\t\r\n"'\x60|<>;&\\]{4,128})(?![^ \t\r\n"'\x60|;)])/,
  check: 'password',
  minEntropy: 2,
  publicValues: ['password', 'secret', 'passwd', 'mypassword'],
  references: [CWE],
  match: [
    `sshpass -p '«${sample('base62', 14)}»' ssh root@web1.acme.dev`,
    `mysqldump -h db.acme.dev -u root -p«${sample('base62', 14, 2)}» shop > shop.sql`,
    `docker login -u ci -p «${sample('base62', 18, 3)}» registry.acme.dev`,
    `redis-cli -h cache.acme.dev -a «${sample('base62', 20, 4)}» ping`,
    `ldapsearch -x -D cn=admin,dc=acme \\\n  -w «${sample('base62', 12, 5)}» -b dc=acme`,
  ],
  noMatch: [
    'mysql -u root -p shop < shop.sql',
    'mysql -h db -P 3306 -u root -p"$MYSQL_PASSWORD" shop',
    'docker login -u ci -p $TOKEN registry.acme.dev',
    'docker login -u ci --password-stdin',
    'sshpass -p password ssh root@web1',
  ],
});

export const pipedPassword = defineRule({
  id: 'piped-password',
  title: 'Password piped into a command',
  provider: 'Command line',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: ['--password-stdin', 'sudo -s', 'chpasswd', 'passwd --stdin'],
  before: 200,
  pattern:
    /(?<![\w-])(?:echo|printf)[ \t]{1,4}(?:-[ne]{1,2}[ \t]{1,4})?["']?(?:[a-z_][\w-]{0,31}:)?(?<secret>(?![$%<{([*-])[^ \x7f-\xff\t\r\n"'\x60|<>:\\]{4,128})(?:\\n)?["']?[ \t]{0,4}\|[ \t]{0,4}(?:(?:sudo[ \t]{1,4})?[a-z]{1,12}[ \t]{1,4}(?:[^\r\n|]{0,120}?)--password-stdin|sudo[ \t]{1,4}-S|(?:sudo[ \t]{1,4})?(?:chpasswd|passwd --stdin))/i,
  check: 'password',
  minEntropy: 2,
  publicValues: ['password', 'secret'],
  references: [CWE],
  match: [
    `echo "«${sample('base62', 18)}»" | docker login -u ci --password-stdin registry.acme.dev`,
    `echo '«${sample('base62', 12, 2)}»' | sudo -S systemctl restart app`,
    `echo "deploy:«${sample('base62', 14, 3)}»" | chpasswd`,
  ],
  noMatch: [
    'echo "$TOKEN" | docker login -u ci --password-stdin',
    'cat token.txt | docker login -u ci --password-stdin',
    'echo password | sudo -S ls',
  ],
});

export const loginCallPassword = defineRule({
  id: 'login-call-password',
  title: 'Password in a call that logs in',
  provider: 'Code',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'basicauth(',
    'basic_auth(',
    'digestauth(',
    'passwordcredentials(',
    'passwordauthentication(',
    'passwordauthenticationtoken(',
    'auth=(',
    'auth = (',
    'getconnection(',
    'mysqli_connect(',
    'mysql_connect(',
    '.login(',
  ],
  // Two literals, the user and the password; a call with a host or a URL has that in front.
  pattern:
    /(?:(?:basic_?|digest)auth|passwordcredentials|passwordauthentication(?:token)?|auth ?= ?|getconnection|mysqli?_connect|\.login)\(\s{0,40}(?:(?:["'][^"'\r\n]{0,200}["']|[\w.$]{1,60}),\s{0,40})?@?["'][\w.@+-]{1,80}["'],\s{0,40}@?["'](?<secret>(?![$%<{[*])[^"'\r\n\\]{4,128})["']/i,
  check: 'password',
  minEntropy: 2,
  publicValues: ['password', 'secret', 'passwd', 'pass'],
  references: ['https://cwe.mitre.org/data/definitions/798.html'],
  match: [
    `requests.get(url, auth=('svc-build', '«${sample('base62', 16)}»'))`,
    `HTTPBasicAuth("ops", "«${sample('base62', 14, 2)}»")`,
    `DriverManager.getConnection("jdbc:h2:tcp://db.acme.dev/crm", "crm", "«${sample('base62', 14, 3)}»");`,
    `new UsernamePasswordCredentials("mailer", "«${sample('base62', 15, 4)}»")`,
    `smtp.login('mailer@acme.dev', '«${sample('base62', 16, 5)}»')`,
  ],
  noMatch: ['HTTPBasicAuth("user", "pass")', 'smtp.login(user, password)', 'requests.get(url, auth=(user, token))'],
});
