// Freemius: secret keys in the set-up array of a WordPress plug-in.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const freemiusSecretKey = defineRule({
  id: 'freemius-secret-key',
  title: 'Freemius secret key',
  provider: 'Freemius',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['secret_key'],
  pattern:
    /secret_key["'\]]{0,2}[ \t]{0,8}(?:=>|[:=,])[ \t]{0,8}["']{0,1}(?<secret>sk_(?!live_|test_)[!#-&(-~]{29})(?![!#-&(-+\--:<-~])/i,
  minEntropy: 3,
  near: { words: ['freemius', 'fs_dynamic_init'], before: 1500, after: 500 },
  references: ['https://freemius.com/help/documentation/wordpress-sdk/'],
  match: [
    `fs_dynamic_init( array( 'secret_key' => '«sk_${sample('!#%&*+-.:;=?@^_~23456789BCDFGHJKMNPQRSTVWXZ', 29)}»',`,
    `FREEMIUS_SECRET_KEY=«sk_${sample('base62', 29, 2)}»`,
  ],
  noMatch: [`secret_key sk_${sample('base62', 29)}`, `freemius sk_${sample('base62', 29)}`],
});
