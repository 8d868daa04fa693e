// KuCoin: API secrets near the name.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const kucoinSecret = defineRule({
  id: 'kucoin-secret',
  title: 'KuCoin API secret',
  provider: 'KuCoin',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['kucoin'],
  pattern:
    /kucoin[\w.-]{0,24}secret[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://www.kucoin.com/docs'],
  match: [`KUCOIN_API_SECRET=«${sampleUuid()}»`, `"kucoinSecret": "«${sampleUuid(2)}»"`],
  noMatch: [`kucoin secret ${sampleUuid()}`, `kucoin order ${sampleUuid()}`],
});
