// SonarQube Cloud: tokens scoped to an organization.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sonarcloudTokenV2 = defineRule({
  id: 'sonarcloud-token-v2',
  title: 'SonarQube Cloud scoped organization token',
  provider: 'SonarQube Cloud',
  severity: 'high',
  keywords: ['sqco_'],
  pattern: /(?<![A-Za-z0-9])sqco_[A-Za-z0-9]{59}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.sonarsource.com/sonarqube-cloud/'],
  match: [
    `SONAR_TOKEN=«sqco_${sample('base62', 59)}»`,
    `sonar-scanner -Dsonar.token=«sqco_${sample('base62', 59, 2)}»`,
  ],
  noMatch: [`sqco_${sample('base62', 40)}`, `sqco_${'x'.repeat(59)}`],
});
