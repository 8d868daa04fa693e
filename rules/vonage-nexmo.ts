// Vonage (Nexmo): API secrets, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const vonageApiSecret = defineRule({
  id: 'vonage-api-secret',
  title: 'Vonage API secret',
  provider: 'Vonage / Nexmo',
  severity: 'high',
  confidence: 'medium',
  keywords: ['nexmo', 'vonage'],
  pattern:
    /(?:nexmo|vonage)[\w.-]{0,32}secret[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{16})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.vonage.com/en/getting-started/concepts/authentication'],
  match: [`VONAGE_API_SECRET=«${sample('base62', 16)}»`, `nexmo_api_secret: "«${sample('base62', 16, 2)}»"`],
  noMatch: [`VONAGE_API_SECRET=${'x'.repeat(16)}`, `vonage_request: ${sample('base62', 16)}`],
});
