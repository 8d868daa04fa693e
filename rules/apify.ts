// Apify: API tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const apifyToken = defineRule({
  id: 'apify-token',
  title: 'Apify API token',
  provider: 'Apify',
  severity: 'medium',
  keywords: ['apify_api_'],
  pattern: /(?<![A-Za-z0-9])apify_api_[A-Za-z0-9]{34,38}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.apify.com/platform/integrations/api'],
  match: [
    `APIFY_TOKEN=«apify_api_${sample('base62', 36)}»`,
    `https://api.apify.com/v2/acts?token=«apify_api_${sample('base62', 34, 2)}»`,
  ],
  noMatch: [`apify_api_${sample('base62', 30)}`, `apify_api_${'x'.repeat(36)}`],
});
