// Shodan: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const shodanKey = defineRule({
  id: 'shodan-key',
  title: 'Shodan API key',
  provider: 'Shodan',
  severity: 'low',
  confidence: 'medium',
  keywords: ['shodan'],
  pattern:
    /shodan(?:[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|\([ \t]{0,4}["']|[ \t]init[ \t]{1,4})(?<secret>[A-Za-z0-9]{32})(?![\w.(-])/i,
  minEntropy: 3.8,
  references: ['https://developer.shodan.io'],
  match: [
    `SHODAN_API_KEY=«${sample('base62', 32)}»`,
    `api = shodan.Shodan('«${sample('base62', 32, 2)}»')`,
    `shodan init «${sample('base62', 32, 3)}»`,
  ],
  noMatch: [`shodan ${sample('base62', 32)}`, `shodan/${sample('base62', 32)}`],
});
