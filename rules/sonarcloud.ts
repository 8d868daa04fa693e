// SonarCloud: tokens without a prefix, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sonarcloudTokenLegacy = defineRule({
  id: 'sonarcloud-token-legacy',
  title: 'SonarCloud token (40 hex digits)',
  provider: 'SonarCloud',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['sonar'],
  pattern:
    /sonar[\w.-]{0,24}(?:token|login|key|secret|auth)[\w.-]{0,8}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.sonarsource.com/sonarqube-cloud/'],
  match: [
    `SONAR_TOKEN=«${sample('hex', 40)}»`,
    `sonar.login=«${sample('hex', 40, 2)}»`,
    `mvn sonar:sonar -Dsonar.token=«${sample('hex', 40, 3)}»`,
  ],
  noMatch: [`sonar ${sample('hex', 40)}`, `sonar.projectKey=acme_app`],
});
