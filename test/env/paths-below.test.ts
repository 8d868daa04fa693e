import { expect, it } from 'vitest';
import { pathsBelow } from '../../src/env/paths-below.js';

const PATHS = ['a', 'a b/x', 'a-b/x', 'a.b/x', 'a/x', 'a/y/z', 'a0', 'a0/x', 'ab/x', 'b/a/x', '\xe9/x'].sort();

it.each([
  { name: 'nothing but what begins with its name and a slash', folder: 'a', expected: ['a/x', 'a/y/z'] },
  { name: 'what is deeper, too', folder: 'b', expected: ['b/a/x'] },
  { name: 'not what stands in a folder of that name elsewhere', folder: 'b/a', expected: ['b/a/x'] },
  { name: 'everything for the root', folder: '', expected: PATHS },
  { name: 'nothing for a file', folder: 'a0/x', expected: [] },
  { name: 'nothing for a folder that is not there', folder: 'zz', expected: [] },
  { name: 'the last ones', folder: '\xe9', expected: ['\xe9/x'] },
])('gives $name', ({ folder, expected }) => {
  expect(pathsBelow(PATHS, folder)).toEqual(expected);
});
