import { describe, expect, it } from 'vitest';
import { relativePath, uriOf } from '../../src/report/sarif-location.js';
import { place } from './sample-result.js';

describe('uriOf', () => {
  it('gives a path that no checkout can have a short name of its own', () => {
    const uri = (end: string) =>
      uriOf(place({ path: `${'d/'.repeat(500_000)}${end}` }), { mode: 'history', target: '/r' });
    expect(uri('a')).toMatch(/^LONG_PATH\/[0-9a-f]{16}$/);
    expect(uri('a')).not.toBe(uri('b'));
  });
});

describe('relativePath', () => {
  it.each([
    { name: 'a path inside git stays as it is', mode: 'history', target: '/r', path: '/odd', expected: '/odd' },
    { name: 'a relative path stays', mode: 'files', target: 'src', path: 'src/a.ts', expected: 'src/a.ts' },
    {
      name: 'the operand is cut off',
      mode: 'files',
      target: '/home/ann/p',
      path: '/home/ann/p/src/a.ts',
      expected: 'src/a.ts',
    },
    {
      name: 'the longest of several operands is cut off',
      mode: 'files',
      target: '/p /p/q',
      path: '/p/q/a.ts',
      expected: 'a.ts',
    },
    {
      name: 'an operand with a space is cut off',
      mode: 'files',
      target: '/my files',
      path: '/my files/a.ts',
      expected: 'a.ts',
    },
    {
      name: 'a drive is cut off',
      mode: 'files',
      target: 'C:\\Users\\ann\\p',
      path: 'C:/Users/ann/p/a.ts',
      expected: 'a.ts',
    },
    {
      name: 'an operand that is the file leaves its name',
      mode: 'files',
      target: '/home/ann/a.ts',
      path: '/home/ann/a.ts',
      expected: 'a.ts',
    },
    {
      name: 'an absolute path of nowhere leaves its name',
      mode: 'stdin',
      target: 'x',
      path: '/home/ann/a.ts',
      expected: 'a.ts',
    },
  ] as const)('$name', ({ mode, target, path, expected }) => {
    expect(relativePath(path, { mode, target })).toBe(expected);
  });
});
