// What a change adds, line by line, against every parent.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedLines } from '../../src/findings/added-lines.js';

// The lines of `after` that count as added.
function added(before: readonly string[], after: string): string[] {
  const isAdded = addedLines(
    before.map(text => Buffer.from(text)),
    Buffer.from(after),
  );
  let offset = 0;
  return after.split('\n').filter(line => {
    const start = offset;
    offset += Buffer.byteLength(line) + 1;
    return line !== '' && isAdded({ start, end: start + Buffer.byteLength(line) });
  });
}

describe('addedLines', () => {
  it.each([
    { name: 'a new file adds everything', before: [], after: 'a\nb', expected: ['a', 'b'] },
    { name: 'an unchanged file adds nothing', before: ['a\nb\n'], after: 'a\nb\n', expected: [] },
    { name: 'a changed line is added', before: ['a\nb\nc\n'], after: 'a\nB\nc\n', expected: ['B'] },
    { name: 'a moved line adds nothing', before: ['a\nb\nc\n'], after: 'c\na\nb\n', expected: [] },
    { name: 'a removed line adds nothing', before: ['a\nb\nc\n'], after: 'a\nc\n', expected: [] },
    {
      name: 'a line that stands there once more is added, once',
      before: ['a\nb\n'],
      after: 'a\na\nb\n',
      expected: ['a'],
    },
    { name: 'CRLF instead of LF adds nothing', before: ['a\nb\n'], after: 'a\r\nb\r\n', expected: [] },
    { name: 'LF instead of CRLF adds nothing', before: ['a\r\nb\r\n'], after: 'a\nb\n', expected: [] },
    { name: 'a line end at the end of the file adds nothing', before: ['a\nb'], after: 'a\nb\n', expected: [] },
    { name: 'a blank at the end of a line does', before: ['a\nb\n'], after: 'a\nb \n', expected: ['b '] },
    { name: 'a CR in the middle of a line does', before: ['ab\n'], after: 'a\rb\n', expected: ['a\rb'] },
    {
      name: 'a line outside Latin is compared by its bytes',
      before: ['schlüssel=1\n'],
      after: 'schlüssel=1\nschlussel=1\n',
      expected: ['schlussel=1'],
    },
    {
      name: 'of a merge, only what no parent has',
      before: ['a\nb\n', 'a\nc\n'],
      after: 'a\nb\nc\nd\n',
      expected: ['d'],
    },
    {
      name: 'of a merge, what comes from either parent adds nothing',
      before: ['a\nb\n', 'a\nc\n'],
      after: 'a\nb\nc\n',
      expected: [],
    },
    { name: 'an empty version before makes everything new', before: [''], after: 'a\n', expected: ['a'] },
  ])('$name', ({ before, after, expected }) => {
    expect(added(before, after)).toEqual(expected);
  });

  it('of a span over several lines is true when any of them is new', () => {
    const isAdded = addedLines([Buffer.from('a\nb\nc\n')], Buffer.from('a\nB\nc\n'));
    expect([isAdded({ start: 0, end: 5 }), isAdded({ start: 0, end: 2 }), isAdded({ start: 4, end: 5 })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds in any order of the same lines nothing that is added', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        lines.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([before, after]) => {
          expect(added([before.join('\n')], after.join('\n'))).toEqual([]);
        },
      ),
    );
  });
});
