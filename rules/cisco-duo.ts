// Cisco Duo: secret keys, by their name or behind the integration key of the same section.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const duoSecretKey = defineRule({
  id: 'duo-secret-key',
  title: 'Duo secret key',
  provider: 'Cisco Duo',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['duo_', 'duo-', 'duosec', 'duoskey', 'duosecret', 'ikey'],
  pattern:
    /(?:(?<![a-z])duo(?:security)?[\w.-]{0,16}(?:skey|secret)[\w.-]{0,8}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}|ikey["']?[ \t]{0,4}[=:][ \t]{0,4}["']?DI[A-Z0-9]{18}["']?[ \t\r\n,;]{1,12}["']?skey["']?[ \t]{0,4}[=:][ \t]{0,4}["']?)(?<secret>[A-Za-z0-9]{40})(?![\w-])/i,
  minEntropy: 4,
  references: ['https://duo.com/docs/protecting-applications'],
  match: [
    `DUO_SECRET_KEY=«${sample('base62', 40)}»`,
    `[duo_client]\nikey = DI${sample('upperAlnum', 18)}\nskey = «${sample('base62', 40, 2)}»\nhost = api-acme.duosecurity.com`,
    `duo_skey: "«${sample('base62', 40, 3)}»"`,
  ],
  noMatch: [`duo ${sample('base62', 40)}`, `DUO_SKEY=${'x'.repeat(40)}`],
});
