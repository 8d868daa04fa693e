// Meta Quest / Oculus: access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const oculusToken = defineRule({
  id: 'oculus-token',
  title: 'Meta Quest access token',
  provider: 'Meta Quest / Oculus',
  severity: 'high',
  keywords: ['OC|'],
  pattern: /(?<![A-Za-z0-9|])OC\|[0-9]{12,20}\|[A-Za-z0-9]{24,50}(?![A-Za-z0-9|_-])/,
  minEntropy: 3,
  references: ['https://developers.meta.com/horizon/'],
  match: [
    `OCULUS_TOKEN=«OC|${sample('digits', 16)}|${sample('base62', 32)}»`,
    `access_token=«OC|${sample('digits', 15)}|${sample('hex', 32)}»&user_id=1`,
  ],
  noMatch: [`OC|${sample('digits', 16)}`, `OC|${sample('digits', 16)}|${sample('base62', 9)}`],
});
