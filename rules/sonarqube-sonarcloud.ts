// SonarQube and SonarCloud: user, project and global analysis tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sonarToken = defineRule({
  id: 'sonar-token',
  title: 'SonarQube token',
  provider: 'SonarQube / SonarCloud',
  severity: 'high',
  keywords: ['squ_', 'sqp_', 'sqa_'],
  pattern: /(?<![A-Za-z0-9])(?:squ_|sqp_|sqa_)[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/'],
  match: [`SONAR_TOKEN=«squ_${sample('hex', 40)}»`, `const sonarToken = '«sqp_${sample('hex', 40, 2)}»';`],
  noMatch: [`squ_${'x'.repeat(40)}`, `sqa_${sample('hex', 39, 3)}`],
});
