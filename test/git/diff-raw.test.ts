// What commits and the index change, in real repositories: raw entries, with every odd name and mode that git knows.

import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { diffCommits, diffIndex } from '../../src/git/diff-raw.js';
import type { Git } from '../../src/git/run-git.js';
import { openSession } from '../../src/sources/session.js';
import type { Change } from '../../src/types.js';
import { TestRepository } from '../helpers/repository.js';

const ZERO = '0'.repeat(40);

function open(repository: TestRepository): Git {
  const session = openSession(repository.dir, process.env, false);
  onTestFinished(() => session.close());
  return session.git;
}

async function changesOf(git: Git, commits: readonly string[]): Promise<Change[]> {
  const changes: Change[] = [];
  expect(await diffCommits(git, commits, change => changes.push(change))).toEqual([]);
  return changes;
}

const blob = (repository: TestRepository, text: string) =>
  repository.gitWith({ input: text }, 'hash-object', '-w', '--stdin');

describe('diffCommits', () => {
  it('gives what a root commit brings, and what later ones change, in the order asked for', async () => {
    const repository = new TestRepository();
    const first = repository.commit({ 'a.txt': 'one', 'dir/b.txt': 'two' });
    const second = repository.commit({ 'a.txt': 'three' });
    const [one, two, three] = ['one', 'two', 'three'].map(text => blob(repository, text));
    expect(await changesOf(open(repository), [first, second])).toEqual([
      { commit: first, path: 'a.txt', before: [ZERO], after: one, mode: '100644', status: 'A' },
      { commit: first, path: 'dir/b.txt', before: [ZERO], after: two, mode: '100644', status: 'A' },
      { commit: second, path: 'a.txt', before: [one], after: three, mode: '100644', status: 'M' },
    ]);
  });

  it('gives a rename as a path that goes and a path that comes', async () => {
    const repository = new TestRepository();
    repository.commit({ 'old.txt': 'one' });
    repository.git('mv', 'old.txt', 'new.txt');
    const moved = repository.commit({});
    const one = blob(repository, 'one');
    expect(await changesOf(open(repository), [moved])).toMatchObject([
      { path: 'new.txt', before: [ZERO], after: one, status: 'A' },
      { path: 'old.txt', before: [one], after: ZERO, status: 'D' },
    ]);
  });

  it('gives of a merge what differs from all of its parents, with a blob for each', async () => {
    const repository = new TestRepository();
    repository.commit({ 'both.txt': 'base', 'ours.txt': 'base' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'both.txt': 'theirs' });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'both.txt': 'ours', 'ours.txt': 'changed' });
    repository.gitWith({}, 'merge', '-q', '-s', 'ours', '--no-commit', 'side');
    const merge = repository.commit({ 'both.txt': 'merged', 'new.txt': 'only here' });
    const [ours, theirs, merged, only] = ['ours', 'theirs', 'merged', 'only here'].map(text => blob(repository, text));
    expect(await changesOf(open(repository), [merge])).toMatchObject([
      { path: 'both.txt', before: [ours, theirs], after: merged },
      { path: 'new.txt', before: [ZERO, ZERO], after: only },
    ]);
  });

  it.each([
    { name: 'blanks and quotes', path: 'a "b" c.txt' },
    { name: 'a line end', path: 'a\nb.txt' },
    { name: 'a tab', path: 'a\tb.txt' },
    { name: 'a colon in front, like a record', path: ':100644 100644 a b M' },
    { name: 'a name like a commit id', path: 'a'.repeat(40) },
    { name: 'letters outside Latin', path: 'schlüssel/鍵.txt' },
    { name: 'a dash in front', path: '--output=x' },
  ])('takes $name in a path as it is', async ({ path }) => {
    const repository = new TestRepository();
    const commit = repository.commit({ [path]: 'one' });
    const changes = await changesOf(open(repository), [commit]);
    expect(changes.map(change => Buffer.from(change.path, 'latin1').toString())).toEqual([path]);
  });

  it('tells links, programs and submodules by their mode', async () => {
    const repository = new TestRepository();
    repository.write('run.sh', 'one');
    chmodSync(join(repository.dir, 'run.sh'), 0o755);
    symlinkSync('run.sh', join(repository.dir, 'link'));
    repository.git('add', '-A');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    repository.git('commit', '-q', '-m', 'modes');
    const changes = await changesOf(open(repository), [repository.git('rev-parse', 'HEAD')]);
    expect(changes.map(({ path, mode }) => `${path} ${mode}`)).toEqual([
      'link 120000',
      'module 160000',
      'run.sh 100755',
    ]);
  });

  it('gives nothing for a commit that changes nothing, and goes on', async () => {
    const repository = new TestRepository();
    const commits = [repository.commit({}), repository.commit({ 'a.txt': 'one' }), repository.commit({})];
    expect((await changesOf(open(repository), commits)).map(change => change.commit)).toEqual([commits[1]]);
  });

  it('reads ids of SHA-256', async () => {
    const repository = new TestRepository({ init: ['--object-format=sha256'] });
    const commit = repository.commit({ 'a.txt': 'one' });
    expect(await changesOf(open(repository), [commit])).toMatchObject([
      { commit, before: ['0'.repeat(64)], after: blob(repository, 'one') },
    ]);
  });

  it('gives far more changes than fit one chunk', async () => {
    const repository = new TestRepository();
    const names = Array.from({ length: 2000 }, (_, i) => `${String(i).padStart(4, '0')}-${'x'.repeat(60)}`);
    const commit = repository.commit(Object.fromEntries(names.map(name => [name, name])));
    expect((await changesOf(open(repository), [commit])).map(change => change.path)).toEqual(names);
  });

  it('names a commit whose tree is gone, and compares all others', async () => {
    const repository = new TestRepository();
    const commits = [1, 2, 3, 4, 5].map(n => repository.commit({ 'a.txt': `version ${n}` }));
    const tree = repository.git('rev-parse', `${commits[2]}^{tree}`);
    rmSync(join(repository.dir, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    const seen: string[] = [];
    const failed = await diffCommits(open(repository), commits, change => seen.push(change.commit));
    // The commit after it is compared with the same tree.
    expect(failed.map(({ oid }) => oid)).toEqual([commits[2], commits[3]]);
    expect(seen).toEqual([commits[0], commits[1], commits[4]]);
    expect(failed[0]?.reason).not.toBe('');
  });
});

describe('diffIndex', () => {
  it('gives what the index adds, changes and removes against a commit', async () => {
    const repository = new TestRepository();
    const head = repository.commit({ 'a.txt': 'one', 'b.txt': 'two' });
    repository.write('a.txt', 'three');
    repository.write('c.txt', 'four');
    repository.git('add', '-A');
    repository.git('rm', '-q', 'b.txt');
    repository.write('c.txt', 'not staged');
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map(text => blob(repository, text));
    expect(await diffIndex(open(repository), head)).toEqual([
      { commit: '', path: 'a.txt', before: [one], after: three, mode: '100644', status: 'M' },
      { commit: '', path: 'b.txt', before: [two], after: ZERO, mode: '000000', status: 'D' },
      { commit: '', path: 'c.txt', before: [ZERO], after: four, mode: '100644', status: 'A' },
    ]);
  });

  it('gives nothing when nothing is staged', async () => {
    const repository = new TestRepository();
    const head = repository.commit({ 'a.txt': 'one' });
    repository.write('a.txt', 'not staged');
    expect(await diffIndex(open(repository), head)).toEqual([]);
  });

  it('fails on a commit that is not there', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    await expect(diffIndex(open(repository), 'f'.repeat(40))).rejects.toThrow(/bad|not|unknown|invalid/i);
  });
});
