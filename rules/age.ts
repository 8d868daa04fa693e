// age: X25519 identities (secret) and recipients (public), both Bech32.

import { bech32Checksum } from '../src/checksum.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AGE = 'https://age-encryption.org/v1';

export const ageSecretKey = defineRule({
  id: 'age-secret-key',
  title: 'age identity',
  provider: 'age',
  severity: 'critical',
  keywords: ['AGE-SECRET-KEY-1'],
  pattern: /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Za-z0-9])/,
  distinctive: true,
  check: 'bech32-age',
  minEntropy: 3.8,
  references: [AGE],
  match: [
    `# public key in the README\n«${bech32('age-secret-key-', 1).toUpperCase()}»`,
    `SOPS_AGE_KEY=«${bech32('age-secret-key-', 2).toUpperCase()}»`,
    `"ageKey": "«${bech32('age-secret-key-', 3).toUpperCase()}»"`,
  ],
  noMatch: [`AGE-SECRET-KEY-1${sample('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 57)}`, `AGE-SECRET-KEY-1${'X'.repeat(58)}`],
});

export const ageRecipient = defineRule({
  id: 'age-recipient',
  title: 'age recipient',
  provider: 'age',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['age1'],
  pattern: /(?<![A-Za-z0-9])age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}(?![A-Za-z0-9])/,
  distinctive: true,
  check: 'bech32-age',
  minEntropy: 3.8,
  references: [AGE],
  match: [`# public key: «${bech32('age', 1)}»`, `age: "«${bech32('age', 2)}»"`],
  noMatch: [`age1${sample('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 57)}`, `age1${'x'.repeat(58)}`],
});

// 32 bytes are 51 characters and one bit, so the 52nd is `q` or `s`.
function bech32(humanPart: string, seed: number): string {
  const data = `${sample('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 51, seed)}q`;
  return `${humanPart}1${data}${bech32Checksum(humanPart, data)}`;
}
