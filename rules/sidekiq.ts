// Sidekiq Pro and Enterprise: credentials of the gem server.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sidekiqEnterpriseCredentials = defineRule({
  id: 'sidekiq-enterprise-credentials',
  title: 'Sidekiq gem server credentials',
  provider: 'Sidekiq',
  severity: 'medium',
  keywords: ['contribsys'],
  pattern:
    /(?:contribsys__com["']{0,1}[ \t]{0,4}[:=][ \t]{0,4}["']{0,1}|contribsys\.com[ \t]{1,4})(?<secret>[0-9a-f]{8}:[0-9a-f]{8})(?![\w:-])/i,
  minEntropy: 1.8,
  publicValues: ['cafebabe' + ':deadbeef'],
  references: ['https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ'],
  match: [
    `BUNDLE_GEMS__CONTRIBSYS__COM=«${sample('hex', 8)}:${sample('hex', 8, 2)}»`,
    `bundle config enterprise.contribsys.com «${sample('hex', 8, 5)}:${sample('hex', 8, 6)}»`,
  ],
  noMatch: ['https://gems.contribsys.com/', 'BUNDLE_GEMS__CONTRIBSYS__COM=user:pass'],
});
