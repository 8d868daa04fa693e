// Instructions of a delta, by hand.

import { describe, expect, it } from 'vitest';
import { applyDelta, DeltaOps, readDeltaHeader } from '../../src/git/delta.js';

const base = Buffer.from('0123456789');

function apply(instructions: number[], size: number): { text: string; ops: number[] } | null {
  const target = new Uint8Array(size);
  const ops = new DeltaOps();
  if (!applyDelta(Uint8Array.from(instructions), 0, { base, target }, ops)) return null;
  return { text: Buffer.from(target).toString(), ops: [...ops.view()] };
}

describe('applyDelta', () => {
  it.each([
    { name: 'copies from an offset', instructions: [0x91, 2, 3], size: 3, expected: { text: '234', ops: [0, 2, 3] } },
    {
      name: 'copies from the start when no offset is given',
      instructions: [0x90, 2],
      size: 2,
      expected: { text: '01', ops: [0, 0, 2] },
    },
    { name: 'inserts', instructions: [2, 0x61, 0x62], size: 2, expected: { text: 'ab', ops: [0, -1, 2] } },
    {
      name: 'makes one of inserts that follow each other',
      instructions: [1, 0x61, 1, 0x62],
      size: 2,
      expected: { text: 'ab', ops: [0, -1, 2] },
    },
    {
      name: 'makes one of copies that follow each other',
      instructions: [0x90, 2, 0x91, 2, 3],
      size: 5,
      expected: { text: '01234', ops: [0, 0, 5] },
    },
    {
      name: 'keeps copies apart that do not',
      instructions: [0x90, 2, 0x91, 3, 2],
      size: 4,
      expected: { text: '0134', ops: [0, 0, 2, 2, 3, 2] },
    },
    {
      name: 'keeps a copy behind an insert apart',
      instructions: [1, 0x61, 0x90, 1],
      size: 2,
      expected: { text: 'a0', ops: [0, -1, 1, 1, 0, 1] },
    },
    { name: 'makes an empty object of nothing', instructions: [], size: 0, expected: { text: '', ops: [] } },
    { name: 'refuses a copy beyond the base', instructions: [0x91, 9, 2], size: 2, expected: null },
    { name: 'refuses a copy of 64 KB from less', instructions: [0x80], size: 0x10000, expected: null },
    { name: 'refuses an insert that is cut off', instructions: [3, 0x61], size: 3, expected: null },
    { name: 'refuses a copy that is cut off', instructions: [0x91, 2], size: 3, expected: null },
    { name: 'refuses the reserved instruction', instructions: [0], size: 0, expected: null },
    { name: 'refuses more than there is room for', instructions: [0x90, 3], size: 2, expected: null },
    { name: 'refuses less than was announced', instructions: [0x90, 3], size: 4, expected: null },
  ])('$name', ({ instructions, size, expected }) => {
    expect(apply(instructions, size)).toEqual(expected);
  });

  it('takes a length of zero for 64 KB', () => {
    const large = Buffer.alloc(0x10000, 'x');
    const target = new Uint8Array(0x10000);
    expect(applyDelta(Uint8Array.of(0x80), 0, { base: large, target }, new DeltaOps())).toBe(true);
    expect(large.equals(target)).toBe(true);
  });
});

describe('readDeltaHeader', () => {
  it.each([
    { bytes: [5, 7, 0x90], expected: { baseSize: 5, size: 7, start: 2 } },
    { bytes: [0x80, 1, 0xff, 0x7f], expected: { baseSize: 128, size: 16383, start: 4 } },
    { bytes: [0, 0], expected: { baseSize: 0, size: 0, start: 2 } },
    { bytes: [5], expected: null },
    { bytes: [0x85], expected: null },
    { bytes: [...Array.from({ length: 12 }, () => 0xff), 1, 1], expected: null },
  ])('$bytes', ({ bytes, expected }) => {
    expect(readDeltaHeader(Uint8Array.from(bytes))).toEqual(expected);
  });
});
