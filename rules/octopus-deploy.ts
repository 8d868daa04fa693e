// Octopus Deploy: API key.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const octopusDeployKey = defineRule({
  id: 'octopus-deploy-key',
  title: 'Octopus Deploy API key',
  provider: 'Octopus Deploy',
  severity: 'critical',
  keywords: ['API-'],
  pattern: /(?<![A-Za-z0-9_-])API-(?=[A-Z]{0,31}[0-9])[A-Z0-9]{26,34}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key'],
  match: [
    `X-Octopus-ApiKey: «${'API-'}${sample('upperAlnum', 26)}»`,
    `octo push --server https://deploy.acme.io --apiKey «${'API-'}${sample('upperAlnum', 32)}»`,
  ],
  noMatch: [`api-${sampleUuid()}`, `API-${sample('upperAlnum', 20)}`],
});
