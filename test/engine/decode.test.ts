// Which bytes are text, which are UTF-16, and that lines stay lines.

import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/engine/decode.js';

const TEXT = 'name: acme\nport: 8080\nowner: ann\n';
const le = (text: string) => Buffer.from(text, 'utf16le');
const be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    { name: 'UTF-16 little-endian with a byte order mark', bytes: le(`\uFEFF${TEXT}`) },
    { name: 'UTF-16 big-endian with a byte order mark', bytes: be(`\uFEFF${TEXT}`) },
    { name: 'UTF-16 little-endian without one', bytes: le(TEXT) },
    { name: 'UTF-16 big-endian without one', bytes: be(TEXT) },
    { name: 'UTF-16 with half a character at its end', bytes: Buffer.concat([le(TEXT), Buffer.from('x')]) },
  ])('$name becomes UTF-8', ({ bytes }) => {
    const text = decodeText(bytes);
    expect(Buffer.from(text.bytes).toString()).toBe(TEXT);
    expect(text.isBinary).toBe(false);
  });

  it.each([
    {
      name: 'UTF-16 with a mark keeps characters outside Latin',
      bytes: le('\uFEFF名前=値\n🔑=x\n'),
      expected: '名前=値\n🔑=x\n',
    },
    { name: 'a lone surrogate becomes the replacement character', bytes: le('\uFEFFa\uD800b'), expected: 'a\uFFFDb' },
  ])('$name', ({ bytes, expected }) => {
    expect(Buffer.from(decodeText(bytes).bytes).toString()).toBe(expected);
  });

  it.each([
    { name: 'UTF-8', bytes: Buffer.from('schlüssel=wert'), isBinary: false },
    { name: 'UTF-8 with a byte order mark', bytes: Buffer.from('\uFEFFkey=value'), isBinary: false },
    { name: 'Latin-1', bytes: Buffer.from('schl\xfcssel=wert', 'latin1'), isBinary: false },
    { name: 'no bytes', bytes: Buffer.alloc(0), isBinary: false },
    {
      name: 'an ELF header',
      bytes: Buffer.from('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00>\x00', 'latin1'),
      isBinary: true,
    },
    { name: 'only NULs', bytes: Buffer.alloc(64), isBinary: true },
    {
      name: 'one NUL as the last byte that is looked at',
      bytes: Buffer.from(`${'a'.repeat(7999)}\0b`),
      isBinary: true,
    },
    { name: 'a NUL behind the first 8,000 bytes', bytes: Buffer.from(`${'a'.repeat(8000)}\0b`), isBinary: false },
    { name: 'five pairs of UTF-16: too few to tell', bytes: le('hello'), isBinary: true },
  ])('$name stays as it is; binary: $isBinary', ({ bytes, isBinary }) => {
    expect(decodeText(bytes)).toEqual({ bytes, isBinary });
  });
});
