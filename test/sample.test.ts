// Made-up secrets must be the same everywhere and must look like real ones.

import { describe, expect, it } from 'vitest';
import { crc32, toBase62 } from '../src/checksum.js';
import { entropy, randomEntropyFloor } from '../src/engine/entropy.js';
import { type Alphabet, sample, sampleCrcToken, sampleJwt, sampleUuid } from '../src/sample.js';

const ALPHABETS: { alphabet: Alphabet; size: number; allowed: RegExp }[] = [
  { alphabet: 'digits', size: 10, allowed: /^\d*$/ },
  { alphabet: 'hex', size: 16, allowed: /^[0-9a-f]*$/ },
  { alphabet: 'upperHex', size: 16, allowed: /^[0-9A-F]*$/ },
  { alphabet: 'base32', size: 32, allowed: /^[A-Z2-7]*$/ },
  { alphabet: 'lowerBase32', size: 32, allowed: /^[a-z2-7]*$/ },
  { alphabet: 'lowerAlnum', size: 36, allowed: /^[0-9a-z]*$/ },
  { alphabet: 'upperAlnum', size: 36, allowed: /^[0-9A-Z]*$/ },
  { alphabet: 'letters', size: 52, allowed: /^[A-Za-z]*$/ },
  { alphabet: 'base62', size: 62, allowed: /^[0-9A-Za-z]*$/ },
  { alphabet: 'base64', size: 64, allowed: /^[0-9A-Za-z+/]*$/ },
  { alphabet: 'base64url', size: 64, allowed: /^[\w-]*$/ },
  { alphabet: 'base58', size: 58, allowed: /^[1-9A-HJ-NP-Za-km-z]*$/ },
];
const SEEDS = Array.from({ length: 50 }, (_, seed) => seed + 1);

describe('sample', () => {
  it('gives the same text on every run and machine', () => {
    const texts = ALPHABETS.map(({ alphabet }) => sample(alphabet, 40, 3));
    expect(crc32(texts.join(' '))).toBe(293734257); // as computed on Linux with Node 20
  });

  it('gives another text for another seed', () => {
    expect(new Set(SEEDS.map(seed => sample('base62', 20, seed))).size).toBe(SEEDS.length);
  });

  it.each(ALPHABETS)('draws $alphabet from its alphabet, in the length asked for', ({ alphabet, allowed }) => {
    for (const seed of SEEDS) {
      const text = sample(alphabet, 32, seed);
      expect(text).toMatch(allowed);
      expect(text).toHaveLength(32);
    }
  });

  it.each(ALPHABETS)(
    'of $alphabet begins and ends with a letter or digit, and repeats nothing thrice',
    ({ alphabet }) => {
      for (const seed of SEEDS) expect(sample(alphabet, 32, seed)).toMatch(/^(?!.*(.)\1\1)[A-Za-z\d].*[A-Za-z\d]$/);
    },
  );

  it.each(ALPHABETS)('of $alphabet is as random as its length and alphabet promise', ({ alphabet, size }) => {
    const under = SEEDS.filter(seed => entropy(sample(alphabet, 32, seed)) < randomEntropyFloor(32, size));
    expect(under.length).toBeLessThanOrEqual(2);
  });

  it('takes characters instead of a name', () => {
    expect(sample('ab', 9, 2)).toMatch(/^[ab]{9}$/);
  });

  it('of no length is empty', () => {
    expect(sample('hex', 0)).toBe('');
  });
});

describe('tokens', () => {
  it('sampleUuid is a lower-case UUID of version 4', () => {
    for (const seed of SEEDS)
      expect(sampleUuid(seed)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sampleCrcToken ends in the checksum of its body', () => {
    const token = sampleCrcToken('abc_', 30, 5);
    expect(token).toMatch(/^abc_[0-9A-Za-z]{36}$/);
    expect(token.slice(-6)).toBe(toBase62(crc32(token.slice(4, 34)), 6));
  });

  it('sampleJwt carries the header and the payload that it was given', () => {
    const [header = '', payload = '', signature = ''] = sampleJwt({ sub: 'ann' }, { alg: 'ES256' }).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'ES256' });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({ sub: 'ann' });
    expect(Buffer.from(signature, 'base64url')).toHaveLength(32);
  });
});
