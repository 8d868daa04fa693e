// How long a match can be decides how far a rule looks: measured here by hand, and against matches that really occur.

import { describe, expect, it } from 'vitest';
import { patternLength } from '../src/pattern-length.js';

describe('patternLength', () => {
  it.each([
    { pattern: /abc/, min: 3, max: 3, look: 0 },
    { pattern: /(?:)/, min: 0, max: 0, look: 0 },
    { pattern: /a?b{2,5}/, min: 2, max: 6, look: 0 },
    { pattern: /ab|cdef|g/, min: 1, max: 4, look: 0 },
    { pattern: /(?<secret>[a-z]{3}(?:-\d{1,2}){2,4})/, min: 7, max: 15, look: 0 },
    { pattern: /(?:ab?){0,3}/, min: 0, max: 6, look: 0 },
    { pattern: /\d\w\s.[^x]/, min: 5, max: 5, look: 0 },
    { pattern: /^a$/, min: 1, max: 1, look: 1 },
    { pattern: /\ba\B/, min: 1, max: 1, look: 1 },
    { pattern: /(?<![A-Z]{2,4})a(?!bc)/, min: 1, max: 1, look: 4 },
    { pattern: /(?=a(?=bc))a/, min: 1, max: 1, look: 3 },
    { pattern: /(?:a(?<=xya)){2}/, min: 2, max: 2, look: 3 },
    { pattern: /(?:(?!abc)\w){1,9}/, min: 1, max: 9, look: 3 },
    { pattern: /\u00e9\x41/, min: 2, max: 2, look: 0 },
  ])('of $pattern is $min to $max, and looks $look further', ({ pattern, min, max, look }) => {
    expect(patternLength(pattern)).toEqual({ min, max, look });
  });

  it.each([/a*/, /a+/, /a{3,}/, /(?:ab+){2}/, /x(?=a*)/, /(?<!b+)x/, /.*?x/])('%s has no bound', pattern => {
    expect(() => patternLength(pattern)).toThrow(RangeError);
  });

  it.each([/(a)\1/, /(?<name>a{1,9})\k<name>/])('%s repeats a group, whose length is not known', pattern => {
    expect(() => patternLength(pattern)).toThrow(RangeError);
  });
});
