// Jenkins: API tokens, current (34 hex digits from 11 on) and older (32), known by their name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const jenkinsApiToken = defineRule({
  id: 'jenkins-api-token',
  title: 'Jenkins API token',
  provider: 'Jenkins',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['jenkins'],
  pattern:
    /(?<![A-Za-z0-9])jenkins[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?:11)?[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  references: ['https://www.jenkins.io/doc/book/using/using-credentials/'],
  match: [`JENKINS_API_TOKEN=«${'11'}${sample('hex', 32)}»`, `  "jenkinsToken": "«${sample('hex', 32, 2)}»"`],
  noMatch: [`jenkins 11${sample('hex', 32)}`, 'JENKINS_API_TOKEN=${JENKINS_API_TOKEN}'],
});
