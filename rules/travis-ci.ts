// Travis CI: access tokens, 22 characters introduced by the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const travisToken = defineRule({
  id: 'travis-token',
  title: 'Travis CI access token',
  provider: 'Travis CI',
  severity: 'high',
  confidence: 'medium',
  keywords: ['travis'],
  pattern:
    /travis[\w.-]{0,16}(?:token|key|secret)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[\w-]{22})(?![\w.-])/i,
  minEntropy: 3.3,
  references: ['https://docs.travis-ci.com/api/'],
  match: [`TRAVIS_API_TOKEN=«${sample('base64url', 22)}»`, `"travisToken": "«${sample('base64url', 22, 2)}»"`],
  noMatch: [`travis ${sample('base62', 22)}`, `TRAVIS_TOKEN=${'x'.repeat(22)}`],
});
