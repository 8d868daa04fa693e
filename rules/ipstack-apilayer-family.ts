// ipstack and the other apilayer services: access keys near a name or in the query of an API URL.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ipstackKey = defineRule({
  id: 'ipstack-key',
  title: 'apilayer access key',
  provider: 'ipstack / apilayer family',
  severity: 'low',
  confidence: 'medium',
  keywords: ['ipstack', 'apilayer', 'currencylayer', 'mediastack', 'positionstack', 'fixer'],
  pattern:
    /(?:ipstack|apilayer|currencylayer|mediastack|positionstack|fixer[._-]?(?:io|api|access))(?:[\w.-]{0,24}(?:key|token)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|(?:\.com|\.net)?\/[\w./:%,-]{0,64}\?[\w=&.%,-]{0,64}access_key=)(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://ipstack.com/documentation'],
  match: [
    `IPSTACK_ACCESS_KEY=«${sample('hex', 32)}»`,
    `http://api.currencylayer.com/live?format=1&access_key=«${sample('hex', 32, 2)}»`,
    `http://data.fixer.io/api/latest?access_key=«${sample('hex', 32, 3)}»`,
  ],
  noMatch: [`ipstack ${sample('hex', 32)}`, `php-cs-fixer-${sample('hex', 32)}`],
});
