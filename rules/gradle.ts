// Gradle: a password written into the credentials block of a repository.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const gradleCredentials = defineRule({
  id: 'gradle-credentials',
  title: 'Password in a Gradle credentials block',
  provider: 'Gradle',
  severity: 'medium',
  keywords: ['credentials'],
  pattern:
    /(?<![A-Za-z])credentials(?:\([^()\r\n]{0,60}\))?[ \t]{0,4}\{[^{}]{0,200}?[pP]assword(?:[ \t]{0,4}=)?[ \t]{0,4}\(?["'](?<secret>(?!\$)[^"'\r\n\\]{3,100})["']/,
  minEntropy: 2,
  references: ['https://docs.gradle.org/current/userguide/declaring_repositories.html'],
  match: [
    `credentials {\n  username = "deploy"\n  password = "«${sample('base62', 20)}»"\n}`,
    `credentials { username 'deploy'; password '«${sample('base62', 18, 2)}»' }`,
  ],
  noMatch: [
    'credentials {\n  username = project.property("user")\n  password = project.property("pass")\n}',
    'credentials { password "${nexusPassword}" }',
  ],
});
