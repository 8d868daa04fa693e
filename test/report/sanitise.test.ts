import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, sanitise, sanitiseLines, shorten } from '../../src/report/sanitise.js';

describe('sanitise', () => {
  it.each([
    { name: 'an escape sequence becomes text', input: '\x1b[31mred', expected: '\\x1b[31mred' },
    { name: 'a line feed becomes text', input: 'a\nb', expected: 'a\\x0ab' },
    { name: 'carriage return and tab become text', input: 'a\r\tb', expected: 'a\\x0d\\x09b' },
    { name: 'DEL and C1 controls become text', input: '\x7f\x9b1m', expected: '\\x7f\\x9b1m' },
    { name: 'a right-to-left override becomes text', input: 'a\u202etxt.exe', expected: 'a\\u202etxt.exe' },
    { name: 'zero-width characters become text', input: 'a\u200bb\ufeffc\u2060', expected: 'a\\u200bb\\ufeffc\\u2060' },
    { name: 'line and paragraph separators become text', input: 'a\u2028b\u2029', expected: 'a\\u2028b\\u2029' },
    { name: 'tag characters become text', input: 'a\u{e0041}', expected: 'a\\u{e0041}' },
    { name: 'a lone surrogate becomes text', input: 'a\ud800', expected: 'a\\ud800' },
    { name: 'letters of any script and emoji stay', input: 'ключ 鍵 🔑', expected: 'ключ 鍵 🔑' },
    {
      name: 'an Azure command is broken wherever it stands',
      input: 'a ##vso[task.x]b',
      expected: 'a #\\x23vso[task.x]b',
    },
    { name: 'an old runner command is broken wherever it stands', input: 'a ##[error]b', expected: 'a #\\x23[error]b' },
  ])('$name', ({ input, expected }) => {
    expect(sanitise(input)).toBe(expected);
  });

  it('leaves no control, invisible or bidi character of any text', () => {
    const units = fc.string({ unit: 'binary' });
    fc.assert(fc.property(units, text => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(sanitise(text))));
    fc.assert(fc.property(units, text => !/[^\P{Cc}\n]/u.test(sanitiseLines(text))));
  });
});

describe('plainLine', () => {
  it.each([
    { name: 'a command at the start is broken', input: '::error file=a::b', expected: '\\x3a:error file=a::b' },
    {
      name: 'a command behind spaces is broken: the runner trims',
      input: ' \t::set-output::',
      expected: ' \t\\x3a:set-output::',
    },
    { name: 'two colons inside a line stay', input: 'std::string', expected: 'std::string' },
    { name: 'an Azure command is broken', input: '##vso[task.setvariable]x', expected: '#\\x23vso[task.setvariable]x' },
  ])('$name', ({ input, expected }) => {
    expect(plainLine(input)).toBe(expected);
  });

  it('starts no line with a command, whatever the text', () => {
    const pieces = fc.array(fc.constantFrom('::', ':', '#', '##[', '##vso[', ' ', '\n', 'error', ']'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, parts =>
        sanitiseLines(parts.join(''))
          .split('\n')
          .every(line => !/^\s*::|##\[|##vso\[/.test(line)),
      ),
    );
  });
});

describe('shorten', () => {
  it('leaves short text alone and marks what it cuts', () => {
    expect([shorten('abc', 3), shorten('abcd', 3)]).toEqual(['abc', 'ab…']);
  });
});
