// Courier: production keys. The test prefix pk_test_ is that of Stripe and Clerk, so it has no rule here.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const courierKey = defineRule({
  id: 'courier-key',
  title: 'Courier API key',
  provider: 'Courier',
  severity: 'medium',
  keywords: ['pk_prod_', 'dk_prod_'],
  pattern: /(?<![A-Za-z0-9])(?:pk_prod_|dk_prod_)[A-Za-z0-9]{28}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.4,
  references: ['https://www.courier.com/docs/'],
  match: [`COURIER_AUTH_TOKEN=«pk_prod_${sample('base62', 28)}»`, `X-Api-Key: «dk_prod_${sample('base62', 28, 2)}»`],
  noMatch: [`pk_prod_${'x'.repeat(28)}`, `dk_prod_${sample('base62', 27, 3)}`],
});
