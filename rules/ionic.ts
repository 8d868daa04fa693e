// Ionic: personal access tokens. The keywords carry a delimiter, since "ion_" alone ends many words.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ionicToken = defineRule({
  id: 'ionic-token',
  title: 'Ionic personal access token',
  provider: 'Ionic',
  severity: 'medium',
  keywords: ['=ion_', '"ion_', "'ion_", ' ion_'],
  pattern: /["'= ](?<secret>ion_[A-Za-z0-9]{42})(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://ionic.io/docs/appflow'],
  match: [`IONIC_TOKEN=«ion_${sample('base62', 42)}»`, `Authorization: Bearer «ion_${sample('base62', 42, 2)}»`],
  noMatch: [` ion_${'x'.repeat(42)}`, `action_${sample('base62', 42)}`],
});
