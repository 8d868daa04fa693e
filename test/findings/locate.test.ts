// Lines and columns as editors count them, against hand-made tables and a count byte after byte.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/findings/locate.js';
import { placeOf } from '../helpers/oracle.js';

function locate(
  text: string | Buffer,
  secret: string,
  piece: ConstructorParameters<typeof LineIndex>[1] = null,
): number[] {
  const bytes = Buffer.from(text);
  const start = bytes.indexOf(secret);
  return Object.values(new LineIndex(bytes, piece).locate({ start, end: start + Buffer.byteLength(secret) }));
}

describe('locate', () => {
  it.each([
    { name: 'the first byte is line 1, column 1', text: 'KEY\nb\n', secret: 'KEY', region: [1, 1, 1, 4] },
    { name: 'the end of a file without a line end', text: 'a\nKEY', secret: 'KEY', region: [2, 1, 2, 4] },
    { name: 'CRLF ends one line', text: 'a\r\nKEY', secret: 'KEY', region: [2, 1, 2, 4] },
    { name: 'empty lines count', text: '\n\n\nKEY', secret: 'KEY', region: [4, 1, 4, 4] },
    { name: 'CR alone ends no line', text: 'a\rKEY', secret: 'KEY', region: [1, 3, 1, 6] },
    { name: 'U+2028 and U+2029 end no line', text: 'a\u2028b\u2029KEY', secret: 'KEY', region: [1, 5, 1, 8] },
    { name: 'NEL, VT and FF end no line', text: '\u0085\v\fKEY', secret: 'KEY', region: [1, 4, 1, 7] },
    { name: 'an emoji in front takes two columns', text: '🔑=KEY', secret: 'KEY', region: [1, 4, 1, 7] },
    { name: 'an emoji inside takes two columns', text: 'K🔑Y', secret: 'K🔑Y', region: [1, 1, 1, 5] },
    { name: 'two bytes of one letter are one column', text: 'schlüssel=KEY', secret: 'KEY', region: [1, 11, 1, 14] },
    { name: 'a byte order mark is nothing', text: '\uFEFFKEY', secret: 'KEY', region: [1, 1, 1, 4] },
    { name: 'a tab is one column', text: '\t\tKEY', secret: 'KEY', region: [1, 3, 1, 6] },
    { name: 'a NUL is one column', text: '\0KEY', secret: 'KEY', region: [1, 2, 1, 5] },
    { name: 'a secret over two lines ends on the second', text: 'x A\nB', secret: 'A\nB', region: [1, 3, 2, 2] },
    {
      name: 'a secret that ends in a line end, ends in front of the next line',
      text: 'A\nB',
      secret: 'A\n',
      region: [1, 1, 2, 1],
    },
  ])('$name', ({ text, secret, region }) => {
    expect(locate(text, secret)).toEqual(region);
  });

  it('counts a byte that is no UTF-8 as one column', () => {
    expect(locate(Buffer.from('\xff\xfe=KEY', 'latin1'), 'KEY')).toEqual([1, 4, 1, 7]);
  });

  it('takes offsets behind the end as the end', () => {
    expect(Object.values(new LineIndex(Buffer.from('a\nbc')).locate({ start: 3, end: 99 }))).toEqual([2, 2, 2, 3]);
  });

  it.each([
    {
      name: 'lines in front of a piece are added',
      piece: { linesBefore: 40, columnsBefore: 0 },
      text: 'a\nKEY',
      region: [42, 1, 42, 4],
    },
    {
      name: 'columns in front of a piece are added on its first line',
      piece: { linesBefore: 0, columnsBefore: 7 },
      text: 'aKEY',
      region: [1, 9, 1, 12],
    },
    { name: 'and on no other line', piece: { linesBefore: 3, columnsBefore: 7 }, text: 'a\nKEY', region: [5, 1, 5, 4] },
  ])('$name', ({ piece, text, region }) => {
    expect(locate(text, 'KEY', { from: 0, to: text.length, ...piece })).toEqual(region);
  });

  it('agrees with a count byte after byte, at every offset', () => {
    const unit = fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '🔑', '\u2028', '');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), units => {
        const bytes = Buffer.from(units.join(''));
        const lines = new LineIndex(bytes);
        // Only offsets between characters: elsewhere half a character counts, which has no place in an editor.
        for (let i = 0, offset = 0; i <= units.length; offset += Buffer.byteLength(units[i] ?? ''), i++) {
          const { line, bytesBefore } = placeOf(bytes, offset);
          const column = bytes.toString('utf8', offset - bytesBefore, offset).length + 1;
          expect(lines.locate({ start: offset, end: offset })).toEqual({
            startLine: line,
            startColumn: column,
            endLine: line,
            endColumn: column,
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('lineSpan', () => {
  it.each([
    { name: 'one line, without its end', text: 'ab\ncd\nef', span: [3, 5], line: 'cd' },
    { name: 'the first line', text: 'ab\ncd', span: [0, 1], line: 'ab' },
    { name: 'the last line', text: 'ab\ncd', span: [4, 5], line: 'cd' },
    { name: 'every line that is touched', text: 'ab\ncd\nef\ngh', span: [1, 7], line: 'ab\ncd\nef' },
    { name: 'no line more when the span ends with the line end', text: 'ab\ncd\nef', span: [3, 6], line: 'cd' },
    { name: 'an empty span at a line start', text: 'ab\ncd', span: [3, 3], line: 'cd' },
    { name: 'an empty span on a line end: the line before it', text: 'ab\ncd', span: [2, 2], line: 'ab' },
    { name: 'nothing of no bytes', text: '', span: [0, 0], line: '' },
  ])('is $name', ({ text, span, line }) => {
    const [start = 0, end = 0] = span;
    const found = new LineIndex(Buffer.from(text)).lineSpan({ start, end });
    expect(text.slice(found.start, found.end)).toBe(line);
  });
});
