// Names of files as no file system would take them: bytes end to end, exact in URIs, harmless in everything that is printed.

import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';
import { store, storeCommit, storeTree } from './plumbing.js';

const SECRET = token(80);
const LINE = `const key = '${SECRET}';\n`;

const encoded = (name: Buffer) =>
  name
    .toString('latin1')
    .replace(/[^/A-Za-z0-9._~-]/g, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const NAMES: { name: string; path: string | number[] }[] = [
  { name: 'a newline', path: 'a\nb.ts' },
  { name: 'a carriage return', path: 'a\rb.ts' },
  { name: 'a double quote', path: 'a"b.ts' },
  { name: 'a single quote and shell syntax', path: "a'$(touch x)`y`;&|b.ts" },
  { name: 'a tab', path: 'a\tb.ts' },
  { name: 'a backslash', path: 'a\\b.ts' },
  { name: 'a percent sign', path: '%2e%2e%2fa%00.ts' },
  { name: 'a hash and a question mark', path: 'a#b?c.ts' },
  { name: 'a colon', path: 'javascript:alert(1).ts' },
  { name: 'a blank at both ends', path: ' a.ts ' },
  { name: 'a leading dash', path: '-a.ts' },
  { name: 'an option of git', path: '--output=x' },
  { name: 'a pathspec with magic', path: ':(exclude)*' },
  { name: 'a revision', path: 'HEAD:a..b' },
  { name: 'an emoji', path: 'schlüssel-🔑.ts' },
  { name: 'text that runs from right to left', path: 'a\u202egnp.ts' },
  { name: 'characters that nobody sees', path: 'a\u200b\u2060\ufeff.ts' },
  { name: 'an escape sequence', path: 'a\x1b[2J\x1b[1A.ts' },
  { name: 'an escape sequence that sets the clipboard', path: 'a\x1b]52;c;ZXZpbA==\x07.ts' },
  { name: 'C1 controls', path: [0x61, 0xc2, 0x9b, 0x32, 0x4a, 0x2e, 0x74, 0x73] },
  { name: 'a command of GitHub Actions', path: '::stop-commands::x.ts' },
  { name: 'a command of GitHub Actions on a line of its own', path: 'a\n::error file=x::forged' },
  { name: 'a command of Azure Pipelines', path: '##vso[task.setvariable variable=x]y' },
  { name: 'a formula', path: '=cmd|x!A1.csv' },
  { name: 'markup', path: '<img src=x onerror=alert(1)>.ts' },
  { name: 'markdown', path: '[x](http:evil.example)`.ts' },
  { name: 'a key of every object', path: '__proto__' },
  { name: 'a method of every object', path: 'constructor' },
  { name: 'latin-1', path: [0xfc, 0x2e, 0x74, 0x73] },
  { name: 'a lone surrogate', path: [0xed, 0xa0, 0x80, 0x2e, 0x74, 0x73] },
  { name: 'a glob', path: '**/*.{ts,js}[!a]' },
];

describe('a file is found whatever its name is', () => {
  it.each(NAMES)('$name', async ({ path }) => {
    const repository = new TestRepository();
    const tree = storeFile(repository, Buffer.from(path as string));
    repository.git('update-ref', 'refs/heads/main', storeCommit(repository, { tree }));
    await expectExactUri(repository.dir, encoded(Buffer.from(path as string)));
  });

  it('all of them in one index are found by the hook, each under its own name, and none steers a terminal', async () => {
    const repository = new TestRepository();
    const planted = NAMES.map(({ path }, n) => ({ secret: token(800 + n), name: Buffer.from(path as string) }));
    const entries = planted.map(({ secret, name }) =>
      Buffer.concat([Buffer.from(`100644 ${store(repository, 'blob', `${secret}\n`)}\t`), name, Buffer.from([0])]),
    );
    repository.gitWith({ input: Buffer.concat(entries) }, 'update-index', '-z', '--index-info');
    const found = planted.map(({ secret, name }) => ({ secret, uri: encoded(name), line: 1, column: 1 }));
    await expectScan(['staged'], { found }, { cwd: repository.dir });
    const secrets = planted.map(({ secret }) => secret);
    const { code, stdout, stderr } = await leakgate(['staged'], { cwd: repository.dir, secrets });
    expect(code).toBe(1);
    expect((stdout + stderr).match(/ghp_… \(40 characters\)/g)).toHaveLength(planted.length);
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
    expect(stdout + stderr).not.toMatch(/^\s*::|##(?:vso)?\[/m);
  });

  it('two names that differ in an invalid byte only stay two', async () => {
    const repository = new TestRepository();
    const names = [Buffer.from([0x61, 0xff, 0x2e, 0x63]), Buffer.from([0x61, 0xfe, 0x2e, 0x63])];
    const oid = store(repository, 'blob', LINE);
    const tree = storeTree(
      repository,
      [...names].sort(Buffer.compare).map(name => ({ name, oid })),
    );
    repository.git('update-ref', 'refs/heads/main', storeCommit(repository, { tree }));
    const found = names.map(name => ({ secret: SECRET, uri: encoded(name) }));
    const report = await expectScan(['history', repository.dir], { found });
    expect(new Set(report.findings[0]?.occurrences.map(({ path }) => path)).size).toBe(2);
  });
});

/** Stores a file below folders, each a tree of its own. @returns the uppermost tree */
function storeFile(repository: TestRepository, path: Buffer): string {
  const segments = path.toString('latin1').split('/');
  const file = segments.pop() ?? '';
  let tree = storeTree(repository, [{ name: Buffer.from(file, 'latin1'), oid: store(repository, 'blob', LINE) }]);
  for (const folder of segments.reverse())
    tree = storeTree(repository, [{ mode: '40000', name: Buffer.from(folder, 'latin1'), oid: tree }]);
  return tree;
}

async function expectExactUri(dir: string, uri: string): Promise<void> {
  const sarif = await leakgate(['history', dir, '--format', 'sarif'], { secrets: [SECRET] });
  expect(sarif.code).toBe(1);
  expect(sarif.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]|##(?:vso)?\[/);
  const results = JSON.stringify(JSON.parse(sarif.stdout).runs[0].results);
  expect([...results.matchAll(/"uri":"([^"]*)"/g)].map(([, found]) => found)).toContain(uri);
}

describe('trees that no file system could hold are read', () => {
  it.each<{ name: string; make: (repository: TestRepository) => { tree: string; path: string } }>([
    {
      name: 'an entry named ..',
      make: repository => ({
        tree: storeTree(repository, [{ name: '..', oid: store(repository, 'blob', LINE) }]),
        path: '..',
      }),
    },
    {
      name: 'a folder named .git',
      make: repository => {
        const inner = storeTree(repository, [{ name: 'config', oid: store(repository, 'blob', LINE) }]);
        return { tree: storeTree(repository, [{ mode: '40000', name: '.git', oid: inner }]), path: '.git/config' };
      },
    },
    {
      name: 'an absolute path in one entry',
      make: repository => ({
        tree: storeTree(repository, [{ name: '/etc/passwd', oid: store(repository, 'blob', LINE) }]),
        path: '/etc/passwd',
      }),
    },
    {
      name: 'two entries of one name',
      make: repository => {
        const entries = ['clean\n', LINE].map(content => ({ name: 'a.ts', oid: store(repository, 'blob', content) }));
        return { tree: storeTree(repository, entries), path: 'a.ts' };
      },
    },
    {
      name: 'entries out of order',
      make: repository => {
        const entries = ['z.ts', 'a.ts', 'm.ts'].map(name => ({
          name,
          oid: store(repository, 'blob', name === 'a.ts' ? LINE : name),
        }));
        return { tree: storeTree(repository, entries), path: 'a.ts' };
      },
    },
    {
      name: 'a mode that git does not use',
      make: repository => ({
        tree: storeTree(repository, [{ mode: '100666', name: 'a.ts', oid: store(repository, 'blob', LINE) }]),
        path: 'a.ts',
      }),
    },
    {
      name: 'a path of 12,000 bytes',
      make: repository => {
        const path = `${`${'d'.repeat(200)}/`.repeat(60)}a.ts`;
        return { tree: storeFile(repository, Buffer.from(path)), path };
      },
    },
    {
      name: '2,000 folders in one another',
      make: repository => {
        // Written through fast-import: 2,000 processes would take longer than the scan.
        const path = `${'d/'.repeat(2000)}a.ts`;
        const stream = `blob\nmark :1\ndata ${LINE.length}\n${LINE}\ncommit refs/heads/deep\ncommitter C <c@c.c> 1704067200 +0000\ndata 1\nx\nM 100644 :1 ${path}\n\n`;
        repository.gitWith({ input: stream }, 'fast-import', '--quiet');
        return { tree: repository.git('rev-parse', 'refs/heads/deep^{tree}'), path };
      },
    },
  ])('$name', async ({ make }) => {
    const repository = new TestRepository();
    const base = repository.commit({ 'b.txt': 'b\n' });
    const { tree, path } = make(repository);
    repository.git('update-ref', 'refs/heads/main', storeCommit(repository, { tree, parents: [base] }));
    const report = await expectScan(['history', repository.dir], { found: [{ secret: SECRET, path, line: 1 }] });
    expect(report.findings[0]?.life.atHead).toBe(true);
    await expectScan(['history', repository.dir, '--range', `${base}..main`], { found: [{ secret: SECRET, path }] });
  });

  it('a tree of ten levels with ten times the same folder each is scanned at once', async () => {
    const repository = new TestRepository();
    let tree = storeTree(repository, [{ name: 'a.ts', oid: store(repository, 'blob', LINE) }]);
    for (let level = 0; level < 4; level++) {
      tree = storeTree(
        repository,
        Array.from({ length: 10 }, (_, n) => ({ mode: '40000', name: `d${n}`, oid: tree })),
      );
    }
    repository.git('update-ref', 'refs/heads/main', storeCommit(repository, { tree }));
    const report = await expectScan(['history', repository.dir], { found: [{ secret: SECRET, line: 1 }] });
    expect((report.findings[0] as unknown as { occurrenceCount: number }).occurrenceCount).toBe(10_000);
  });
});
