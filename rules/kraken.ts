// Kraken: private keys, 64 bytes in base64 near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const krakenApiSecret = defineRule({
  id: 'kraken-api-secret',
  title: 'Kraken API private key',
  provider: 'Kraken',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['kraken'],
  pattern:
    /kraken[\w .-]{0,20}(?:secret|private|key)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[A-Za-z0-9+/]{86}={0,2})(?![\w+/=-])/i,
  check: 'base64-64-bytes',
  minEntropy: 3.5,
  references: ['https://docs.kraken.com'],
  match: [`KRAKEN_API_SECRET=«${privateKey(1)}»`, `krakenPrivateKey: '«${privateKey(2)}»'`],
  noMatch: [`kraken ${sample('base64', 86)}`, `KRAKEN_API_SECRET=${'x'.repeat(86)}`],
});

function privateKey(seed: number): string {
  return Buffer.from(sample('hex', 128, seed), 'hex').toString('base64');
}
