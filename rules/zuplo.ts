// Zuplo: API keys of consumers, with a CRC-32.

import { crc32, toHex8 } from '../src/checksum.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const zuploApiKey = defineRule({
  id: 'zuplo-api-key',
  title: 'Zuplo API key',
  provider: 'Zuplo',
  severity: 'high',
  keywords: ['zpka_'],
  pattern: /(?<![A-Za-z0-9])zpka_[a-z0-9]{32}_[0-9a-f]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-zuplo',
  minEntropy: 3.5,
  references: ['https://zuplo.com/docs/articles/api-key-management'],
  match: [`ZUPLO_API_KEY=«${apiKey(1)}»`, `Authorization: Bearer «${apiKey(2)}»`],
  noMatch: [`zpka_${sample('lowerAlnum', 31)}_${sample('hex', 8)}`, `zpka_${sample('lowerAlnum', 32)}`],
});

function apiKey(seed: number): string {
  const body = sample('lowerAlnum', 32, seed);
  return `zpka_${body}_${toHex8(crc32(body))}`;
}
