// Robinhood Crypto: API keys; each goes with a base64 Ed25519 private key.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const robinhoodCryptoKey = defineRule({
  id: 'robinhood-crypto-key',
  title: 'Robinhood Crypto API key',
  provider: 'Robinhood Crypto',
  severity: 'critical',
  keywords: ['rh-api-'],
  pattern: /(?<![A-Za-z0-9])rh-api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://docs.robinhood.com/crypto/trading/'],
  match: [`RH_API_KEY=«rh-api-${sampleUuid()}»`, `x-api-key: «rh-api-${sampleUuid(2)}»`],
  noMatch: [`rh-api-${sampleUuid().slice(1)}`, 'rh-api-00000000-0000-0000-0000-000000000000'],
});
