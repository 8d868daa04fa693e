// Every checksum against a known vector. Tokens are put together here: no file holds a whole one.

import { describe, expect, it } from 'vitest';
import {
  bech32Checksum,
  crc16Xmodem,
  crc32,
  decodeBase32,
  encodeBase32,
  marvin32,
  toBase36,
  toBase62,
  toHex8,
  toHex8LittleEndian,
} from '../src/checksum.js';

const ALNUM_30 = 'AbCdEfGhIjKlMnOpQrStUvWxYz' + '0123';

describe('crc32', () => {
  it.each([
    { name: 'the check value', text: '123456789', crc: 0xcbf43926 },
    { name: 'the empty text', text: '', crc: 0 },
    { name: 'the body of a GitHub or npm token', text: ALNUM_30, crc: 0x9ac1c92e },
    { name: 'a body whose number is small', text: 'PadCheck' + '0'.repeat(21) + '1', crc: 473475104 },
    { name: 'bytes above 127, one a character', text: '\xff\xfe', crc: 0x88f83096 },
  ])('$name', ({ text, crc }) => {
    expect(crc32(text)).toBe(crc);
  });
});

describe('numbers as text', () => {
  it.each([
    { name: 'base 62 puts digits before upper before lower case', text: toBase62(0x9ac1c92e, 6), expected: '2piBxe' },
    { name: 'base 62 is padded on the left', text: toBase62(473475104, 6), expected: '0W2eVE' },
    { name: 'base 62 of zero without a width is empty', text: toBase62(0, 0), expected: '' },
    {
      name: 'base 62 holds the largest 32-bit number in six digits',
      text: toBase62(0xffffffff, 6),
      expected: '4gfFC3',
    },
    { name: 'base 36 is lower case and padded on the left', text: toBase36(1032626220, 7), expected: '0h2srho' },
    { name: 'hex begins with the most significant byte', text: toHex8(0x0a1b2c3d), expected: '0a1b2c3d' },
    { name: 'hex takes a negative integer as unsigned', text: toHex8(-1), expected: 'ffffffff' },
    { name: 'little-endian hex turns the bytes round', text: toHex8LittleEndian(0x1b447f14), expected: '147f441b' },
  ])('$name', ({ text, expected }) => {
    expect(text).toBe(expected);
  });
});

describe('marvin32', () => {
  const SEED = '\x00\x4f\xb6\x1a\x00\x1b\xdb\xcc';
  it.each([
    { name: 'no bytes', seed: SEED, bytes: '', hash: 0x302009bc },
    { name: 'one byte', seed: SEED, bytes: 'af', hash: 0x3592e206 },
    { name: 'two bytes', seed: SEED, bytes: 'e70f', hash: 0xfdab5e04 },
    { name: 'three bytes', seed: SEED, bytes: '37f495', hash: 0x6b3c8b90 },
    { name: 'another seed', seed: '\xd5\x3c\xd9\xce\xcd\x08\x93\xb7', bytes: '616263', hash: 0x6be02a86 },
  ])('$name', ({ seed, bytes, hash }) => {
    expect(marvin32(Buffer.from(bytes, 'hex'), seed)).toBe(hash);
  });

  it('hashes whole words: the first 28 bytes of an Azure cache key', () => {
    const key = Buffer.from('X82y9' + 'F6q5tjAkjLoytIphD297EU+sdCCsAzCa0QvUBA=', 'base64');
    expect(marvin32(key.subarray(0, -4), 'Access00')).toBe(0x10502f44);
  });

  it('hashes the first 60 bytes of an Azure CASK key', () => {
    const first80 = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOp' + 'JQQJ99BACAAAAAAAAAAAAAAAAZEG';
    expect(marvin32(Buffer.from(first80, 'base64'), 'Default0')).toBe(0x5c27762c);
  });
});

describe('crc16Xmodem', () => {
  it.each([
    { name: 'the check value', bytes: Buffer.from('123456789'), crc: 0x31c3 },
    { name: 'no bytes', bytes: Buffer.alloc(0), crc: 0 },
  ])('$name', ({ bytes, crc }) => {
    expect(crc16Xmodem(bytes)).toBe(crc);
  });

  it('is what a NATS seed ends in, little-endian', () => {
    const seed = decodeBase32('SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ' + '6BFDTJ7M6USDXIEDNPPQYYYCU3VY');
    expect(seed?.subarray(-2)).toEqual(Uint8Array.of(0x9b, 0xae));
    expect(crc16Xmodem(seed?.subarray(0, -2) ?? new Uint8Array())).toBe(0xae9b);
  });
});

describe('base32', () => {
  // RFC 4648 §10, without padding
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of "%s" is "%s", both ways', (text, base32) => {
    expect(encodeBase32(Buffer.from(text))).toBe(base32);
    expect(Buffer.from(decodeBase32(base32) ?? 'nothing').toString()).toBe(text);
  });

  it.each(['MZXW1', 'mzxw', 'MZ=='])('%s is not base32', text => {
    expect(decodeBase32(text)).toBeNull();
  });
});

describe('bech32Checksum', () => {
  it('is that of the BIP 173 vector with a long alphabet', () => {
    expect(bech32Checksum('abcdef', 'qpzry9x8gf2tvdw0s3jn54khce6mua7l')).toBe('mqqqxw');
  });

  it('is what an age identity ends in', () => {
    const data = 'qqqsyqcyq5rqwzqfpg9scrgwpugpzysnzs23v9ccrydpk8qarc0' + 'swrydwg';
    expect(bech32Checksum('age-secret-key-', data.slice(0, -6))).toBe(data.slice(-6));
  });
});
