// The lines of an ignore file, and what is wrong with those that are none.

import { describe, expect, it } from 'vitest';
import { isSorted, parseIgnoreFile } from '../../src/config/ignore-file.js';
import { LeakgateError } from '../../src/errors.js';

const A = 'a1'.repeat(12);
const B = 'b2'.repeat(12);

function errorOf(text: string): unknown {
  try {
    parseIgnoreFile(text, '.leakgateignore');
  } catch (error) {
    if (error instanceof LeakgateError) return { code: error.code, ...error.data };
    throw error;
  }
  return 'no error';
}

describe('parseIgnoreFile', () => {
  it.each([
    {
      name: 'a fingerprint and a reason',
      text: `${A} test value`,
      entry: { reason: 'test value', owner: null, expires: null, line: 1 },
    },
    {
      name: 'an owner and an end',
      text: `${A} owner=ann expires=2027-01-31 rotated soon`,
      entry: { reason: 'rotated soon', owner: 'ann', expires: '2027-01-31', line: 1 },
    },
    {
      name: 'them in the other order',
      text: `${A} expires=2027-01-31 owner=ann rotated`,
      entry: { reason: 'rotated', owner: 'ann', expires: '2027-01-31', line: 1 },
    },
    {
      name: 'a word of the reason that looks like a field',
      text: `${A} see owner=ann`,
      entry: { reason: 'see owner=ann', owner: null, expires: null, line: 1 },
    },
    {
      name: 'blanks and tabs',
      text: `  ${A}\t\tone  two  `,
      entry: { reason: 'one two', owner: null, expires: null, line: 1 },
    },
    { name: 'CRLF', text: `# head\r\n\r\n${A} why\r\n`, entry: { reason: 'why', owner: null, expires: null, line: 3 } },
    {
      name: 'a byte order mark',
      text: `\uFEFF${A} why`,
      entry: { reason: 'why', owner: null, expires: null, line: 1 },
    },
    {
      name: 'comments and empty lines',
      text: `# a\n\n  # b\n${A} why # not a comment`,
      entry: { reason: 'why # not a comment', owner: null, expires: null, line: 4 },
    },
  ])('reads $name', ({ text, entry }) => {
    expect([...parseIgnoreFile(text, 'f')]).toEqual([[A, { fingerprint: A, ...entry }]]);
  });

  it.each(['', '\n\n', '# only a comment', '\uFEFF'])('reads no entry from %j', text => {
    expect(parseIgnoreFile(text, 'f').size).toBe(0);
  });

  it.each([
    { name: 'a path', text: 'src/app.ts why', line: 1, problem: /"src\/app\.ts" is not a fingerprint/ },
    {
      name: 'a fingerprint in capitals',
      text: `# x\n${A.toUpperCase()} why`,
      line: 2,
      problem: /is not a fingerprint/,
    },
    { name: 'a fingerprint that is too long', text: `${A}0 why`, line: 1, problem: /is not a fingerprint/ },
    { name: 'a missing reason', text: `${A} one\n${B}`, line: 2, problem: /reason is missing/ },
    {
      name: 'a missing reason behind fields',
      text: `${A} owner=ann expires=2027-01-31`,
      line: 1,
      problem: /reason is missing/,
    },
    {
      name: 'a date of another form',
      text: `${A} expires=31.01.2027 why`,
      line: 1,
      problem: /expires=31\.01\.2027 is not a date/,
    },
    { name: 'a month 13', text: `${A} expires=2027-13-01 why`, line: 1, problem: /is not a date/ },
    { name: 'a February 30', text: `${A} expires=2027-02-30 why`, line: 1, problem: /is not a date/ },
    { name: 'an empty date', text: `${A} expires= why`, line: 1, problem: /is not a date/ },
    {
      name: 'the same fingerprint twice',
      text: `${A} one\n${B} two\n${A} three`,
      line: 3,
      problem: /already on line 1/,
    },
  ])('refuses $name, and names the line', ({ text, line, problem }) => {
    expect(errorOf(text)).toMatchObject({
      code: 'IGNORE_INVALID',
      file: '.leakgateignore',
      line,
      problem: expect.stringMatching(problem),
    });
  });

  it('echoes at most 40 characters of what it refuses: it may be a secret by mistake', () => {
    expect(errorOf('x'.repeat(200))).toMatchObject({ problem: expect.stringContaining(`"${'x'.repeat(40)}"`) });
  });
});

describe('isSorted', () => {
  it.each([
    { text: '', sorted: true },
    { text: `${A} one`, sorted: true },
    { text: `${A} one\n${B} two`, sorted: true },
    { text: `${B} two\n${A} one`, sorted: false },
  ])('of %j is known', ({ text, sorted }) => {
    expect(isSorted(parseIgnoreFile(text, 'f'))).toBe(sorted);
  });
});
