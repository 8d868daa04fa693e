// Infura: project id (in URLs) and secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const infuraKey = defineRule({
  id: 'infura-key',
  title: 'Infura project id or secret',
  provider: 'Infura',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['infura'],
  pattern:
    /(?<![A-Za-z0-9])infura(?:\.io\/(?:ws\/)?v3\/|[\w.-]{0,24}?(?:key|secret|token|id)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2})(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  references: ['https://docs.metamask.io/services/'],
  match: [`INFURA_API_KEY=«${sample('hex', 32)}»`, `rpc: 'https://mainnet.infura.io/v3/«${sample('hex', 32, 2)}»'`],
  noMatch: [`infura ${sample('hex', 32)}`, `https://mainnet.infura.io/v3/${'0'.repeat(32)}`],
});
