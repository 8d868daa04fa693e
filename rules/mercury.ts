// Mercury: API tokens, which end in the name spelled backwards.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const START = 'https://docs.mercury.com/reference/getting-started-with-your-api';

export const mercuryApiToken = defineRule({
  id: 'mercury-api-token',
  title: 'Mercury API token',
  provider: 'Mercury',
  severity: 'critical',
  keywords: ['mercury_production_'],
  pattern: /(?<![A-Za-z0-9])mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.1,
  references: [START],
  match: [
    `MERCURY_TOKEN=secret-token:«mercury_production_rma_${sample('base62', 44)}_yrucrem»`,
    `Authorization: Bearer «mercury_production_wma_${sample('base62', 42, 2)}_yrucrem»`,
  ],
  noMatch: [`mercury_production_rma_${sample('base62', 20)}_yrucrem`, `mercury_production_rma_${'x'.repeat(44)}`],
});

export const mercuryApiTokenTest = defineRule({
  id: 'mercury-api-token-test',
  title: 'Mercury API token (sandbox)',
  provider: 'Mercury',
  severity: 'low',
  keywords: ['mercury_sandbox_'],
  pattern: /(?<![A-Za-z0-9])mercury_sandbox_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.1,
  references: [START],
  match: [
    `MERCURY_TOKEN=secret-token:«mercury_sandbox_rma_${sample('base62', 44)}_yrucrem»`,
    `Authorization: Bearer «mercury_sandbox_wma_${sample('base62', 42, 2)}_yrucrem»`,
  ],
  noMatch: [`mercury_sandbox_rma_${sample('base62', 20)}_yrucrem`, `mercury_sandbox_rma_${'x'.repeat(44)}`],
});
