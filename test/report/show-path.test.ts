import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathToUri, showPath } from '../../src/report/show-path.js';
import { bytes } from './sample-result.js';

describe('showPath', () => {
  it.each([
    { name: 'ASCII stays', path: 'src/app.ts', expected: 'src/app.ts' },
    { name: 'UTF-8 is decoded', path: bytes('src/ключ 🔑.ts'), expected: 'src/ключ 🔑.ts' },
    { name: 'a byte that is no UTF-8 is escaped', path: 'caf\xe9.txt', expected: 'caf\\xe9.txt' },
    { name: 'only the invalid bytes are escaped', path: `${bytes('é')}\xff${bytes('é')}`, expected: 'é\\xffé' },
    { name: 'an overlong form is no UTF-8', path: '\xc0\xaf', expected: '\\xc0\\xaf' },
    { name: 'an encoded surrogate is no UTF-8', path: '\xed\xa0\x80', expected: '\\xed\\xa0\\x80' },
    { name: 'text that is decoded already stays', path: 'ключ', expected: 'ключ' },
  ])('$name', ({ path, expected }) => {
    expect(showPath(path)).toBe(expected);
  });

  it('decodes any valid UTF-8 as Buffer does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => showPath(bytes(text)) === text));
  });
});

describe('pathToUri', () => {
  it.each([
    { name: 'unreserved characters stay', path: 'a-b_c.d~e/F9', expected: 'a-b_c.d~e/F9' },
    { name: 'space, hash, percent and question mark are encoded', path: 'a b#c%d?e', expected: 'a%20b%23c%25d%3Fe' },
    { name: 'a colon in the first segment is encoded', path: 'c:x/y', expected: 'c%3Ax/y' },
    { name: 'a backslash is a character of a name', path: 'a\\b', expected: 'a%5Cb' },
    { name: 'UTF-8 is encoded byte by byte', path: bytes('é'), expected: '%C3%A9' },
    { name: 'a byte that is no UTF-8 is encoded too', path: '\xe9', expected: '%E9' },
    { name: 'quotes, brackets and newlines are encoded', path: '\'"[\n]', expected: '%27%22%5B%0A%5D' },
    { name: 'no slash leads', path: '//server/a', expected: 'server/a' },
    { name: 'an empty path has a name', path: '', expected: 'unnamed' },
    { name: 'text that is decoded already is encoded as UTF-8', path: 'ключ', expected: '%D0%BA%D0%BB%D1%8E%D1%87' },
  ])('$name', ({ path, expected }) => {
    expect(pathToUri(path)).toBe(expected);
  });

  it('keeps the bytes of every path without a leading slash', () => {
    const path = fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map(array => `x${Buffer.from(array).toString('latin1')}`);
    const decode = (uri: string) => uri.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    fc.assert(fc.property(path, name => decode(pathToUri(name)) === name));
  });
});
