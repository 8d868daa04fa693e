// Adyen: API keys, two base64 parts and 16 characters with symbols.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz^*(){}[]?.:%~|!@';

export const adyenApiKey = defineRule({
  id: 'adyen-api-key',
  title: 'Adyen API key',
  provider: 'Adyen',
  severity: 'critical',
  keywords: ['AQE'],
  pattern:
    /(?<![\w+/-])AQE[A-Za-z0-9+/]{30,120}={0,2}-[A-Za-z0-9+/]{30,60}={0,2}-[^\x00-\x20"'\x60\\\x7f-\xff]{16}(?![^\x00-\x20"'\x60\\\x7f-\xff])/,
  minEntropy: 4.5,
  near: { words: ['adyen', 'x-api-key'], before: 300, after: 200 },
  references: ['https://docs.adyen.com/development-resources/api-credentials/'],
  match: [`ADYEN_API_KEY="«${key(1)}»"`, `curl -H 'X-API-Key: «${key(2)}»'`],
  noMatch: [`AQE${sample('base62', 90)}`, `AQE${sample('base62', 60)}-${sample('base62', 44)}-${sample('base62', 9)}`],
});

function key(seed: number): string {
  return `AQE${sample('base64', 70, seed)}-${sample('base64', 43, seed)}=-${sample(SYMBOLS, 16, seed)}`;
}
