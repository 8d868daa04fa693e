// What a blob may be made of: encodings, NULs, strange line ends, imitations. Every byte is looked at, every place is exact.

import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';

const SECRET = token(2);
const MiB = 1024 * 1024;

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytes = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(
    parts.map(part =>
      Buffer.isBuffer(part) ? part : typeof part === 'string' ? Buffer.from(part) : Buffer.from(part),
    ),
  );

type Case = { name: string; content: string | Buffer; line: number; column: number; path?: string };

const CASES: Case[] = [
  {
    name: 'UTF-16 LE with a byte order mark',
    content: bytes([0xff, 0xfe], Buffer.from(`a\nkey=${SECRET}\n`, 'utf16le')),
    line: 2,
    column: 5,
  },
  {
    name: 'UTF-16 BE with a byte order mark',
    content: bytes([0xfe, 0xff], utf16be(`a\nkey=${SECRET}\n`)),
    line: 2,
    column: 5,
  },
  { name: 'UTF-16 LE without a mark', content: Buffer.from(`a\nkey=${SECRET}\n`, 'utf16le'), line: 2, column: 5 },
  { name: 'UTF-16 BE without a mark', content: utf16be(`a\nkey=${SECRET}\n`), line: 2, column: 5 },
  {
    name: 'UTF-16 LE that ends in half a character',
    content: bytes([0xff, 0xfe], Buffer.from(`key=${SECRET}\n`, 'utf16le'), [0x61]),
    line: 1,
    column: 5,
  },
  {
    name: 'plain text behind a mark of UTF-16',
    content: bytes([0xff, 0xfe], `a\nkey=${SECRET}\n`),
    line: 2,
    column: 5,
  },
  {
    name: 'plain text behind a page of UTF-16',
    content: bytes(Buffer.from('page\n'.repeat(200), 'utf16le'), `key=${SECRET}\n`),
    line: 201,
    column: 6,
  },
  { name: 'a NUL at the start', content: `\0key=${SECRET}\n`, line: 1, column: 6 },
  { name: 'a NUL late in the file', content: `${'x\n'.repeat(5000)}\0key=${SECRET}\n`, line: 5001, column: 6 },
  { name: 'a NUL on either side of the secret', content: `a\0${SECRET}\0b`, line: 1, column: 3 },
  {
    name: 'a program in ELF format',
    content: bytes([0x7f], 'ELF', [2, 1, 1, 0], Buffer.alloc(4000), SECRET, Buffer.alloc(4000, 0x90)),
    line: 1,
    column: 4009,
  },
  {
    name: 'latin-1 around it',
    content: bytes([0xe9, 0xe8, 0x0a, 0xe9], ` = ${SECRET}`, [0xe9, 0x0a]),
    line: 2,
    column: 5,
  },
  {
    name: 'invalid UTF-8 around it',
    content: bytes([0xc3, 0x28, 0x0a, 0xf0, 0x9f], ` ${SECRET} `, [0xed, 0xa0, 0x80]),
    line: 2,
    column: 3,
  },
  { name: 'a UTF-8 byte order mark', content: bytes([0xef, 0xbb, 0xbf], SECRET, '\n'), line: 1, column: 1 },
  { name: 'line ends that are CR alone', content: `a\rb\rkey=${SECRET}\rc\r`, line: 1, column: 9 },
  { name: 'CR and LF', content: `a\r\nkey=${SECRET}\r\n`, line: 2, column: 5 },
  {
    name: 'U+2028, U+2029, NEL, VT and FF, which end no line',
    content: `\u2028\u2029\u0085\v\f${SECRET}\n`,
    line: 1,
    column: 6,
  },
  { name: 'an emoji in front, which takes two columns', content: `🔑 ${SECRET}\n`, line: 1, column: 4 },
  { name: 'no final newline', content: `a\nkey=${SECRET}`, line: 2, column: 5 },
  { name: '300,000 empty lines', content: `${'\n'.repeat(300_000)}key=${SECRET}\n`, line: 300_001, column: 5 },
  {
    name: 'an imitation of a diff',
    content: `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n+++ ${SECRET}\n`,
    line: 5,
    column: 5,
  },
  {
    name: 'an imitation of git log',
    content: `commit ${'0'.repeat(40)}\nAuthor: x <x@x>\n\n    ${SECRET}\n`,
    line: 4,
    column: 5,
  },
  {
    name: 'an imitation of cat-file --batch',
    content: `${'a'.repeat(40)} blob 99999999\n${'b'.repeat(40)} missing\n${SECRET}\n`,
    line: 3,
    column: 1,
  },
  {
    name: 'commands of CI runners',
    content: `::stop-commands::x\n##[error]x\n::add-mask::${SECRET}\n`,
    line: 3,
    column: 13,
  },
  {
    name: 'escape sequences of terminals',
    content: `\x1b[2J\x1b]52;c;eA==\x07\n\x1b[8m${SECRET}\x1b[0m\n`,
    line: 2,
    column: 5,
  },
  { name: 'a picture by its name', content: `key=${SECRET}\n`, line: 1, column: 5, path: 'assets/logo.png' },
  { name: 'a lock file by its name', content: `key=${SECRET}\n`, line: 1, column: 5, path: 'yarn.lock' },
  {
    name: 'a vendored file by its name',
    content: `key=${SECRET}\n`,
    line: 1,
    column: 5,
    path: 'vendor/node_modules/x/jquery.min.js',
  },
  {
    name: 'a test fixture by its name',
    content: `key=${SECRET}\n`,
    line: 1,
    column: 5,
    path: 'test/fixtures/example.txt',
  },
];

describe('whatever a blob is made of, the secret is found at its place', () => {
  it.each(CASES)('$name', async ({ content, line, column, path = 'src/app.ts' }) => {
    const repository = new TestRepository();
    repository.write(path, content);
    repository.git('add', '-A', '--force');
    const found = [{ secret: SECRET, path, line, column }];
    await expectScan(['staged'], { found }, { cwd: repository.dir });
    repository.git('commit', '-q', '-m', 'change');
    await expectScan(['history', repository.dir], { found });
  });

  it('the text report repeats none of the commands that the content holds', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': `::stop-commands::x\x1b[2J${SECRET}\n##[error]x\n` });
    const { code, stdout, stderr } = await leakgate(['history', repository.dir], { secrets: [SECRET] });
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(/\x1b|^\s*::|##\[/m);
  });
});

describe('nothing is too large', () => {
  it('a secret at the end of one line of 24 MB is found at its column', async () => {
    const repository = new TestRepository();
    repository.write('big.txt', `${'x'.repeat(24 * MiB)} ${SECRET}\n`);
    repository.git('-c', 'core.compression=1', 'add', '-A');
    const found = [{ secret: SECRET, path: 'big.txt', line: 1, column: 24 * MiB + 2 }];
    await expectScan(['staged'], { found }, { cwd: repository.dir });
    repository.git('commit', '-q', '-m', 'change');
    await expectScan(['history', repository.dir], { found });
  });

  it('where a large blob is cut, no secret is lost and none is counted twice', async () => {
    const repository = new TestRepository();
    const [first, last] = [token(3), token(4)];
    // 40 bytes and a newline, so that the cut falls on every byte of a token in one run or the other.
    const filler = (size: number) => 'line of text\n'.repeat(size / 13);
    const copies = 30_000;
    const content = `${first}\n${filler(15.5 * MiB)}${`${SECRET}\n`.repeat(copies)}${filler(16 * MiB)}${last}`;
    repository.write('big.txt', content);
    repository.git('-c', 'core.compression=1', 'add', '-A');
    repository.git('commit', '-q', '-m', 'change');
    const lineOfLast = content.split('\n').length;
    const found = [
      { secret: first, path: 'big.txt', line: 1, column: 1 },
      { secret: SECRET, path: 'big.txt' },
      { secret: last, path: 'big.txt', line: lineOfLast, column: 1 },
    ];
    for (const [args, input] of [
      [['history', repository.dir], ''],
      [['stdin', '--name', 'big.txt'], content],
    ] as const) {
      const report = await expectScan(args, { found }, { input });
      const counts = report.findings.map(
        finding => (finding as unknown as { occurrenceCount: number }).occurrenceCount,
      );
      expect(counts.sort((a, b) => a - b)).toEqual([1, 1, copies]);
    }
  });

  it('UTF-16 of more than one piece is read as such', async () => {
    const repository = new TestRepository();
    const content = bytes([0xff, 0xfe], Buffer.from(`${'line\n'.repeat(1_800_000)}key=${SECRET}\n`, 'utf16le'));
    repository.commit({ 'big.txt': content });
    await expectScan(['history', repository.dir], {
      found: [{ secret: SECRET, path: 'big.txt', line: 1_800_001, column: 5 }],
    });
  });
});
