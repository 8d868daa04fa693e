// Env files as dotenv, direnv and docker read them; values are no part of what is printed.

import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envFormatOf, parseEnvFile } from '../../src/env/parse-env-file.js';
import type { EnvFormat } from '../../src/env/types.js';

const parse = (text: string, format: EnvFormat = 'dotenv') => parseEnvFile(Buffer.from(text), format);
const pairs = (text: string, format: EnvFormat = 'dotenv') =>
  parse(text, format).entries.map(({ name, value }) => [name, value]);
const problems = (text: string, format: EnvFormat = 'dotenv') =>
  parse(text, format).problems.map(({ kind, line, name }) => `${kind} ${line} ${name}`);

describe('a dotenv file', () => {
  it.each([
    { name: 'plain', text: 'A=b', expected: [['A', 'b']] },
    { name: 'blanks around', text: '  A = b  \n', expected: [['A', 'b']] },
    { name: 'export', text: 'export A=b', expected: [['A', 'b']] },
    { name: 'a variable called export', text: 'export=b', expected: [['export', 'b']] },
    { name: 'a colon', text: 'A: b', expected: [['A', 'b']] },
    { name: 'nothing behind the sign', text: 'A=\nB=1', expected: [['A', ''], ['B', '1']] }, // biome-ignore format: one row
    { name: 'an empty pair of quotes', text: 'A=""', expected: [['A', '']] },
    { name: 'double quotes and \\n', text: 'A="x\\ny"', expected: [['A', 'x\ny']] },
    { name: 'single quotes keep \\n', text: "A='x\\ny'", expected: [['A', 'x\\ny']] },
    { name: 'backticks with both quotes inside', text: 'A=`x"y\'z`', expected: [['A', 'x"y\'z']] },
    { name: 'an escaped quote stays as dotenv leaves it', text: 'A="x\\"y"', expected: [['A', 'x\\"y']] },
    { name: 'a backslash before the last quote', text: 'A="C:\\"', expected: [['A', 'C:\\']] },
    {
      name: 'several lines in quotes',
      text: 'A="x\ny"\nB=1',
      expected: [
        ['A', 'x\ny'],
        ['B', '1'],
      ],
    },
    {
      name: 'several lines with CRLF',
      text: 'A="x\r\ny"\r\nB=1\r\n',
      expected: [
        ['A', 'x\ny'],
        ['B', '1'],
      ],
    },
    { name: 'a comment behind a value', text: 'A=b # c', expected: [['A', 'b']] },
    { name: 'a sharp in a bare value ends it', text: 'A=b#c', expected: [['A', 'b']] },
    { name: 'a sharp in quotes', text: 'A="b # c" # d', expected: [['A', 'b # c']] },
    { name: 'comment lines', text: '# A=1\n  # B=2\nC=3', expected: [['C', '3']] },
    { name: 'quotes in the middle', text: 'A=b"c"', expected: [['A', 'b"c"']] },
    { name: 'equal signs in the value', text: 'A=b=c==', expected: [['A', 'b=c==']] },
    { name: 'dots and dashes in the name', text: 'a.b-c=d', expected: [['a.b-c', 'd']] },
    { name: 'a byte order mark', text: '\ufeffA=b', expected: [['A', 'b']] },
    { name: 'JSON in single quotes', text: 'A=\'{"a": 1}\'', expected: [['A', '{"a": 1}']] },
    { name: 'a private key', text: 'K="-----BEGIN\nabc\n-----END"\n', expected: [['K', '-----BEGIN\nabc\n-----END']] },
    {
      name: 'a quote that is not closed',
      text: 'A="b\nC=d',
      expected: [
        ['A', '"b'],
        ['C', 'd'],
      ],
    },
    {
      name: 'a quote that only the next line closes',
      text: 'A="b\nC="d"',
      expected: [
        ['A', '"b'],
        ['C', 'd'],
      ],
    },
    { name: 'an export without a value', text: 'A=b\nexport A', expected: [['A', 'b']] },
  ])('$name', ({ text, expected }) => {
    expect(pairs(text)).toEqual(expected);
  });

  it.each([
    { text: 'A=1\nwhat is this\nB=2', expected: ['unparsable-line 2 null'] },
    { text: 'A=1\nB=2\nA=3', expected: ['duplicate-key 3 A'] },
    { text: 'A="b\nC=d', expected: ['unclosed-quote 1 A'] },
    { text: 'A=b\nexport A\n# c\n\n', expected: [] },
    { text: 'A=\0', expected: ['not-text 1 null'] },
  ])('$text has problems: $expected', ({ text, expected }) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    { text: 'A=bcd', region: [1, 3, 1, 6] },
    { text: '\ufeffA=bcd', region: [1, 3, 1, 6] },
    { text: '\nexport A="bc" # d', region: [2, 11, 2, 13] },
    { text: 'A="b\nc"', region: [1, 4, 2, 2] },
    { text: 'A=', region: [1, 3, 1, 3] },
    { text: 'A=""', region: [1, 4, 1, 4] },
    { text: 'A=🔑b', region: [1, 3, 1, 6] },
  ])('$text: the value stands at $region', ({ text, region }) => {
    expect(parse(text).entries.map(entry => Object.values(entry.region))).toEqual([region]);
  });

  it('may be UTF-16, as PowerShell writes it', () => {
    const bytes = Buffer.from('\ufeffA=b\r\nC=d\r\n', 'utf16le');
    expect(parseEnvFile(bytes).entries.map(({ name, value }) => [name, value])).toEqual([
      ['A', 'b'],
      ['C', 'd'],
    ]);
    expect(parseEnvFile(Buffer.from(bytes).swap16()).entries).toHaveLength(2);
  });
});

describe('an .envrc', () => {
  it.each([
    { name: 'export', text: 'export A=b', expected: [['A', 'b']] },
    {
      name: 'several at once',
      text: 'export A=b C="d e"',
      expected: [
        ['A', 'b'],
        ['C', 'd e'],
      ],
    },
    { name: 'in one line', text: 'A=b; export A', expected: [['A', 'b']] },
    { name: 'pieces of quotes', text: `export A='b'"c"d`, expected: [['A', 'bcd']] },
    {
      name: 'escapes',
      text: 'export A="b\\"c\\$d"\nexport E=f\\ g',
      expected: [
        ['A', 'b"c$d'],
        ['E', 'f g'],
      ],
    },
    {
      name: 'a command is none of our business',
      text: 'layout python\nPATH_add bin\nexport A=b',
      expected: [['A', 'b']],
    },
    { name: 'text of a command', text: 'echo "x\nexport B=2"\nexport A=b', expected: [['A', 'b']] },
    {
      name: 'a comment with an apostrophe',
      text: "# don't\nexport A=b # it's\nexport C=d",
      expected: [
        ['A', 'b'],
        ['C', 'd'],
      ],
    },
    { name: 'a condition', text: 'if true; then\n  export A=b\nfi', expected: [['A', 'b']] },
    {
      name: 'a substitution',
      text: 'export A=$(op read "op://x")\nexport B=c',
      expected: [
        ['A', '$(op read "op://x")'],
        ['B', 'c'],
      ],
    },
    {
      name: 'CRLF',
      text: 'export A=b\r\nexport C=d\r\n',
      expected: [
        ['A', 'b'],
        ['C', 'd'],
      ],
    },
  ])('$name', ({ text, expected }) => {
    expect(pairs(text, 'envrc')).toEqual(expected);
  });

  it('gives the place inside of quotes', () => {
    const [entry] = parse('\nexport A="bc"', 'envrc').entries;
    expect(Object.values(entry?.region ?? {})).toEqual([2, 11, 2, 13]);
  });
});

describe('a docker env-file', () => {
  it.each([
    { name: 'quotes are part of the value', text: 'A="b"', expected: [['A', '"b"']] },
    { name: 'so are blanks and sharps', text: 'A= b # c ', expected: [['A', ' b # c ']] },
    {
      name: 'a name alone takes the value of the host',
      text: 'A\nB=c',
      expected: [
        ['A', ''],
        ['B', 'c'],
      ],
    },
    { name: 'comments', text: '# A=b\nC=d\r\n', expected: [['C', 'd']] },
  ])('$name', ({ text, expected }) => {
    expect(pairs(text, 'docker')).toEqual(expected);
  });
});

it.each([
  { path: 'apps/web/.env.local', format: 'dotenv' },
  { path: '.envrc', format: 'envrc' },
  { path: 'api/.envrc.example', format: 'envrc' },
  { path: 'docker/env.list', format: 'docker' },
])('$path is read as $format', ({ path, format }) => {
  expect(envFormatOf(path)).toBe(format);
});

describe('a value', () => {
  const [entry] = parse('TOKEN=' + 'abc' + 'd9').entries;

  it('is there for whoever asks', () => {
    expect(entry?.value).toBe('abcd9');
  });

  it('is in nothing that is printed', () => {
    expect(JSON.stringify(entry) + inspect(entry, { showHidden: true }) + JSON.stringify({ ...entry })).not.toContain(
      'abc' + 'd9',
    );
  });
});

describe('whatever the bytes', () => {
  const piece = fc.constantFrom(
    'A',
    '=',
    '"',
    "'",
    '`',
    '\n',
    '\r',
    '#',
    ' ',
    '\\',
    'export ',
    '$(',
    ')',
    ';',
    'é',
    '🔑',
  );
  const text = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''));

  it.each(['dotenv', 'envrc', 'docker'] as const)(
    '%s: nothing is thrown, and places are places of the text',
    format => {
      fc.assert(
        fc.property(text, content => {
          const lines = content.split('\n');
          for (const { name, line, region } of parse(content, format).entries) {
            expect(lines[line - 1]).toContain(name);
            expect(region.endColumn).toBeLessThanOrEqual((lines[region.endLine - 1] ?? '').length + 1);
            expect(region.startLine < region.endLine || region.startColumn <= region.endColumn).toBe(true);
          }
        }),
        { numRuns: 2000 },
      );
    },
  );
});
