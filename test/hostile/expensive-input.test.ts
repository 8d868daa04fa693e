// Input made to take forever: the time is bounded, everything is found, nothing is given up in silence.

import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';

const SECRET = token(110);
const MB = 1_000_000;
const LIMIT_MS = 30_000; // many times what the slowest takes on two busy cores; a backtracking pattern takes hours

describe('near-misses by the megabyte are read in bounded time', () => {
  it.each([
    { name: 'a keyword and 2 MB of blanks', text: `api_key${' '.repeat(2 * MB)}` },
    { name: '200,000 keywords', text: 'api_key '.repeat(200_000) },
    { name: 'a keyword, an equals sign and 2 MB of one letter', text: `password=${'a'.repeat(2 * MB)}` },
    { name: '2 MB of quotes behind a name', text: `secret = ${'"'.repeat(2 * MB)}` },
    { name: '2 MB of backslashes', text: `token: "${'\\'.repeat(2 * MB)}` },
    { name: 'the start of a private key 50,000 times', text: `-----BEGIN ${'RSA'} PRIVATE KEY-----\n`.repeat(50_000) },
    {
      name: 'a private key that never ends',
      text: `-----BEGIN ${'RSA'} PRIVATE KEY-----\n${`${'A'.repeat(64)}\n`.repeat(30_000)}`,
    },
    { name: 'the start of a URL with a password 100,000 times', text: 'https://user:'.repeat(100_000) },
    { name: 'a prefix of a token 300,000 times', text: 'ghp_'.repeat(300_000) },
    { name: 'half a JWT that goes on', text: `ey${'J'.repeat(MB)}.ey${'J'.repeat(MB)}` },
    { name: '2 MB of dots and dashes', text: `sk-${'.-'.repeat(MB)}` },
    { name: 'letters whose case folds to ASCII', text: 'api_\u212aey=\u017fecret\u0130 '.repeat(100_000) },
    { name: 'UTF-16 of nothing but keywords', text: Buffer.from('api_key = '.repeat(100_000), 'utf16le') },
  ])('$name', async ({ text }) => {
    const input = Buffer.concat([Buffer.from(text as string), Buffer.from(`\n${SECRET}\n`)]);
    const started = Date.now();
    const { code, stdout } = await leakgate(['stdin', '--format', 'json'], { input, secrets: [SECRET] });
    expect(Date.now() - started).toBeLessThan(LIMIT_MS);
    const report = JSON.parse(stdout);
    expect(code).toBe(report.gaps.length > 0 ? 2 : 1);
    expect(
      report.findings.filter((finding: { ruleId: string }) => finding.ruleId === 'github-pat-classic'),
    ).toHaveLength(1);
  });
});

describe('many secrets are all found', () => {
  it.each([
    { name: '40,000 times the same on one line', separator: ' ', copies: 40_000 },
    { name: '40,000 times the same on 40,000 lines', separator: '\n', copies: 40_000 },
  ])('$name', async ({ separator, copies }) => {
    const input = Array.from({ length: copies }, () => SECRET).join(separator);
    const report = await expectScan(['stdin'], { found: [{ secret: SECRET, line: 1, column: 1 }] }, { input });
    expect((report.findings[0] as unknown as { occurrenceCount: number }).occurrenceCount).toBe(copies);
  });

  it.each([
    { name: 'on one line', separator: ' ' },
    { name: 'on 5,000 lines', separator: '\n' },
  ])('5,000 different ones $name, in a blob of a history', async ({ separator }) => {
    const tokens = Array.from({ length: 5000 }, (_, n) => token(2000 + n));
    const repository = new TestRepository();
    repository.commit({ 'a.txt': tokens.join(separator) });
    const { code, stdout } = await leakgate(['history', repository.dir, '--format', 'json'], {
      secrets: tokens.slice(0, 50),
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toHaveLength(5000);
  });

  it('one secret in 2,000 files of 50 commits is one finding', async () => {
    const repository = new TestRepository();
    const files = Array.from(
      { length: 2000 },
      (_, n) => `blob\nmark :${n + 1}\ndata 60\n${`${SECRET} ${n}`.padEnd(60)}\n`,
    ).join('');
    const commit = (k: number) => {
      const changes = Array.from({ length: 40 }, (_, n) => `M 100644 :${k * 40 + n + 1} f${k * 40 + n}.txt\n`).join('');
      return `commit refs/heads/main\ncommitter C <c@c.c> ${1_704_067_200 + k} +0000\ndata 1\nx\n${changes}\n`;
    };
    const stream = files + Array.from({ length: 50 }, (_, k) => commit(k)).join('');
    repository.gitWith({ input: stream }, 'fast-import', '--quiet');
    const report = await expectScan(['history', repository.dir], {
      found: [{ secret: SECRET, path: 'f0.txt', line: 1 }],
    });
    expect((report.findings[0] as unknown as { occurrenceCount: number }).occurrenceCount).toBe(2000);
  });
});
