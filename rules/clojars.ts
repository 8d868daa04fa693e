// Clojars: deploy tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const clojarsDeployToken = defineRule({
  id: 'clojars-deploy-token',
  title: 'Clojars deploy token',
  provider: 'Clojars',
  severity: 'critical',
  keywords: ['CLOJARS_'],
  pattern: /(?<![A-Za-z0-9])CLOJARS_[0-9a-f]{60}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.1,
  references: ['https://github.com/clojars/clojars-web/wiki/Deploy-Tokens'],
  match: [`CLOJARS_PASSWORD=«CLOJARS_${sample('hex', 60)}»`, `:password "«CLOJARS_${sample('hex', 60, 2)}»"`],
  noMatch: [`CLOJARS_${sample('hex', 40)}`, `CLOJARS_${'0'.repeat(60)}`],
});
