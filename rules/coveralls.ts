// Coveralls: repository and personal tokens, by name; `repo_token` is its own.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const coverallsToken = defineRule({
  id: 'coveralls-token',
  title: 'Coveralls token',
  provider: 'Coveralls',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['coveralls', 'repo_token'],
  pattern:
    /(?:coveralls[\w .-]{0,20}(?:token|key|secret)[\w.-]{0,12}|(?<![\w.-])repo_token)["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32,37})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.coveralls.io'],
  match: [
    `COVERALLS_REPO_TOKEN=«${sample('base62', 32)}»`,
    `service_name: travis-pro\nrepo_token: «${sample('base62', 33, 2)}»`,
  ],
  noMatch: [`coveralls ${sample('base62', 32)}`, `repo_token: ${'x'.repeat(32)}`],
});
