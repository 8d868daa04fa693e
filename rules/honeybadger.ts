// Honeybadger: project keys, which only report errors.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const honeybadgerProjectApiKey = defineRule({
  id: 'honeybadger-project-api-key',
  title: 'Honeybadger project API key',
  provider: 'Honeybadger',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['hbp_'],
  pattern: /(?<![A-Za-z0-9_])hbp_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.honeybadger.io'],
  match: [`HONEYBADGER_API_KEY=«hbp_${sample('base62', 36)}»`, `api_key: '«hbp_${sample('base62', 36, 2)}»'`],
  noMatch: [`hbp_${sample('base62', 20)}`, `hbp_${'x'.repeat(36)}`],
});
