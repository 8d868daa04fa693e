// Dotdigital: password of an API user, right after its name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dotdigitalCredentials = defineRule({
  id: 'dotdigital-credentials',
  title: 'Dotdigital API user password',
  provider: 'Dotdigital',
  severity: 'high',
  keywords: ['apiuser-'],
  pattern:
    /(?<![A-Za-z0-9])apiuser-[a-z0-9]{12}@apiconnector\.com(?:["']{0,1},?[ \t\r\n]{1,16}["']?[A-Za-z_.-]{0,32}(?:pass|PASS|Pass|pwd|PWD)[A-Za-z_]{0,12}["']?[ \t]{0,4}[:=][ \t]{0,4}["']?|:|["'],[ \t]{0,4}["'])(?<secret>[A-Za-z0-9!#%&*+./?@^_-]{8,24})(?![A-Za-z0-9!#%&*+./?@^_-]|["'][ \t]{0,4}:)/,
  references: ['https://developer.dotdigital.com'],
  match: [
    `API_USER=apiuser-${sample('hex', 12)}@apiconnector.com\nAPI_PASSWORD=«${sample('base62', 14)}»`,
    `"user": "apiuser-${sample('hex', 12, 2)}@apiconnector.com", "password": "«${sample('base62', 16, 2)}»"`,
  ],
  noMatch: [
    `apiuser-${sample('hex', 12)}@apiconnector.com`,
    `apiuser-${sample('hex', 10)}@apiconnector.com:${'x'.repeat(12)}`,
  ],
});
