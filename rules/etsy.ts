// Etsy: Open API keystrings, with or without the shared secret, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const etsyApiKey = defineRule({
  id: 'etsy-api-key',
  title: 'Etsy API keystring',
  provider: 'Etsy',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['etsy'],
  pattern:
    /(?<![A-Za-z])etsy[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{24}(?::[A-Za-z0-9]{8,65})?)(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://developers.etsy.com/documentation/essentials/authentication'],
  match: [
    `ETSY_API_KEY=«${sample('lowerAlnum', 24)}»`,
    `{"etsyApiKey": "«${sample('lowerAlnum', 24, 2)}:${sample('lowerAlnum', 10)}»"}`,
  ],
  noMatch: [`ETSY_API_KEY=${'x'.repeat(24)}`, `etsy_listing: ${sample('lowerAlnum', 24)}`],
});
