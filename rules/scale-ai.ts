// Scale AI: live and test API keys. Lob, GoCardless and others share the prefix, so the name must be near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.scale.com';

export const scaleApiKey = defineRule({
  id: 'scale-api-key',
  title: 'Scale AI live API key',
  provider: 'Scale AI',
  severity: 'medium',
  keywords: ['live_'],
  pattern: /(?<![A-Za-z0-9_])live_(?:auth_)?[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: ['scaleapi', 'scale_api', 'scale.com', 'scale.ai', 'scaleai', 'scale_live'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `SCALE_API_KEY=«live_${sample('hex', 32)}»`,
    `client = scaleapi.ScaleClient('«live_auth_${sample('hex', 32, 2)}»')`,
  ],
  noMatch: [`live_${'x'.repeat(32)}`, `live_${sample('hex', 30)}`],
});

export const scaleApiKeyTest = defineRule({
  id: 'scale-api-key-test',
  title: 'Scale AI test API key',
  provider: 'Scale AI',
  severity: 'low',
  confidence: 'medium',
  keywords: ['scale_api', 'scaleapi', 'scaleai', 'scale_test'],
  pattern:
    /(?:scale_?api|scaleai|scale_test)[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>test_(?:auth_)?[0-9a-f]{32})(?![A-Za-z0-9_])/i,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`SCALE_API_KEY=«test_${sample('hex', 32)}»`, `scaleapi.ScaleClient("«test_${sample('hex', 32, 2)}»")`],
  noMatch: [`SCALE_API_KEY=${'x'.repeat(32)}`, `scaleapi test_${sample('hex', 32)}`],
});
