// Histories that are cut short or forged by files beside the objects: never a clean result, never a hidden commit.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';
import { store, storeCommit, storeTree, writeLyingCommitGraph } from './plumbing.js';

const SECRET = token(30);
const LINE = `const key = '${SECRET}';\n`;

/** Clones over the file transport, which leaves out what the options say. */
function clone(from: TestRepository, ...options: string[]): string {
  from.git('config', 'uploadpack.allowFilter', 'true');
  const dir = join(temporaryFolder(), 'clone');
  from.git('clone', '-q', ...options, pathToFileURL(from.dir).href, dir);
  return dir;
}

describe('a clone that lacks something is never clean', () => {
  it('a shallow clone is incomplete, and its commits are scanned', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.txt': 'a\n' });
    origin.commit({ 'b.ts': LINE });
    const gaps = ['shallow'];
    await expectScan(['history', clone(origin, '--depth', '1')], {
      found: [{ secret: SECRET, path: 'b.ts', line: 1 }],
      gaps,
    });
    await expectScan(['history', clone(origin, '--depth', '1'), '--refs-only'], { found: [{ secret: SECRET }], gaps });
  });

  it('a range that reaches the edge of a shallow clone is incomplete', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.txt': 'a\n' });
    origin.commit({ 'b.ts': LINE });
    origin.commit({ 'c.txt': 'c\n' });
    const dir = clone(origin, '--depth', '2');
    await expectScan(['history', dir, '--range', `${'0'.repeat(40)}..HEAD`], {
      found: [{ secret: SECRET }],
      gaps: ['shallow'],
    });
    await expectScan(['history', dir, '--range', 'HEAD~1..HEAD'], { found: [] });
    const { code, stderr } = await leakgate(['history', dir, '--range', 'HEAD~2..HEAD']);
    expect(code).toBe(2);
    expect(stderr).toContain('shallow');
  });

  it('a partial clone without blobs names them and fetches none', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.ts': LINE, 'b.txt': 'b\n' });
    origin.commit({ 'a.ts': 'clean\n' });
    const dir = clone(origin, '--filter=blob:none', '--no-checkout');
    const report = await expectScan(['history', dir], { found: [], gaps: ['object-missing'] });
    expect(report.gaps).toHaveLength(3);
    await expectScan(['history', dir, '--range', `${'0'.repeat(40)}..HEAD`], { found: [], gaps: ['object-missing'] });
  });

  it('a partial clone without trees names them', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.ts': LINE }, `message ${token(31)}`);
    const dir = clone(origin, '--filter=tree:0', '--no-checkout');
    await expectScan(['history', dir], {
      found: [{ secret: token(31), kind: 'commit' }],
      gaps: ['object-missing'],
    });
  });

  it('grafts are named, and the commits that they cut off are scanned', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': LINE });
    const tip = repository.commit({ 'a.ts': 'clean\n' });
    repository.write('.git/info/grafts', `${tip}\n`);
    const found = [{ secret: SECRET, path: 'a.ts', line: 1 }];
    await expectScan(['history', repository.dir], { found, gaps: ['grafts'] });
    await expectScan(['history', repository.dir, '--refs-only'], { found, gaps: ['grafts'] });
  });
});

describe('the history is what the objects say', () => {
  const hidden = (): { repository: TestRepository; base: string; bad: string } => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.txt': 'a\n' });
    const bad = repository.commit({ 'a.ts': LINE });
    repository.commit({ 'a.ts': 'clean\n' });
    return { repository, base, bad };
  };
  const scans = (dir: string, base: string) => [
    ['history', dir],
    ['history', dir, '--refs-only'],
    ['history', dir, '--range', `${base}..main`],
  ];

  it.each<{ name: string; forge: (repository: TestRepository, bad: string) => void }>([
    {
      name: 'a replace ref for the bad commit',
      forge: (repository, bad) =>
        repository.git('replace', bad, storeCommit(repository, { tree: storeTree(repository, []) })),
    },
    {
      name: 'a replace ref for the bad blob',
      forge: repository =>
        repository.git('replace', repository.git('rev-parse', 'main~1:a.ts'), store(repository, 'blob', 'clean\n')),
    },
    {
      name: 'a replace ref that cuts the history',
      forge: repository => repository.git('replace', '--graft', 'main'),
    },
    {
      name: 'a commit-graph of garbage',
      forge: repository => repository.write('.git/objects/info/commit-graph', Buffer.alloc(4096, 0x41)),
    },
    {
      name: 'a commit-graph that leaves the bad commit out',
      forge: (repository, bad) => {
        writeLyingCommitGraph(repository, bad);
        expect(repository.git('rev-list', 'main').split('\n')).not.toContain(bad); // git itself believes it
      },
    },
    {
      name: 'a mailmap that blames somebody else',
      forge: repository => repository.write('.mailmap', 'Eve <eve@evil.example> <ann@acme.dev>\n'),
    },
    {
      name: 'a multi-pack-index of garbage',
      forge: repository => {
        repository.git('repack', '-q', '-a', '-d');
        repository.write('.git/objects/pack/multi-pack-index', Buffer.alloc(1024, 0x41));
      },
    },
  ])('$name hides nothing', async ({ forge }) => {
    const { repository, base, bad } = hidden();
    forge(repository, bad);
    for (const args of scans(repository.dir, base)) {
      const report = await expectScan(args, { found: [{ secret: SECRET, path: 'a.ts', line: 1, commit: bad }] });
      const author = report.findings[0]?.life.introduced as unknown as { author: { email: string } };
      expect(author.author.email).toBe('ann@acme.dev');
    }
  });

  it.each([
    { name: 'the year -1130, which kills git log', date: '1 -1130' },
    { name: 'the year 2099', date: '4070908800 +0000' },
    { name: 'a second before 1970', date: '-1 +0000' },
    { name: 'more seconds than there are', date: '99999999999999999999 +0000' },
    { name: 'a zone of 99 hours', date: '1704067200 +9999' },
    { name: 'no date', date: '' },
    { name: 'words', date: 'yesterday noon' },
  ])('a commit of $name is scanned', async ({ date }) => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.txt': 'a\n' });
    const tree = storeTree(repository, [{ name: 'a.ts', oid: store(repository, 'blob', LINE) }]);
    const person = `A <a@acme.dev> ${date}`.trim();
    const commit = storeCommit(repository, { tree, parents: [base], author: person, committer: person });
    repository.git('update-ref', 'refs/heads/main', commit);
    const found = [{ secret: SECRET, path: 'a.ts', line: 1, commit }];
    for (const args of scans(repository.dir, base)) await expectScan(args, { found });
    for (const format of ['text', 'sarif']) {
      const { code } = await leakgate(['history', repository.dir, '--format', format], { secrets: [SECRET] });
      expect(code).toBe(1);
    }
  });

  it.each([
    'A a@acme.dev 1704067200 +0000',
    '<<<>>> 1 +0000',
    '',
    'A <a@acme.dev\0evil> 1704067200 +0000',
    `${'A'.repeat(100_000)} <a> 1 +0000`,
  ])('a malformed author is no obstacle (%#)', async author => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.txt': 'a\n' });
    const tree = storeTree(repository, [{ name: 'a.ts', oid: store(repository, 'blob', LINE) }]);
    const commit = storeCommit(repository, { tree, parents: [base], author });
    repository.git('update-ref', 'refs/heads/main', commit);
    const found = [{ secret: SECRET, path: 'a.ts', line: 1, commit }];
    for (const args of scans(repository.dir, base)) await expectScan(args, { found });
  });

  it('objects of an alternate are in scope', async () => {
    const other = new TestRepository();
    other.commit({ 'a.ts': LINE });
    const repository = new TestRepository();
    mkdirSync(join(repository.dir, '.git', 'objects', 'info'), { recursive: true });
    writeFileSync(
      join(repository.dir, '.git', 'objects', 'info', 'alternates'),
      `${join(other.dir, '.git', 'objects')}\n`,
    );
    repository.commit({ 'b.txt': 'b\n' });
    await expectScan(['history', repository.dir], { found: [{ secret: SECRET, line: 1 }] });
    rmSync(join(other.dir, '.git', 'objects'), { recursive: true });
    await expectScan(['history', repository.dir], { found: [], gaps: ['pack-unreadable'] });
  });
});
