// Refs, reflogs and pseudo-refs in real repositories, read as files, against what git itself says.

import { execFileSync } from 'node:child_process';
import { appendFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHead, readRefs } from '../../src/git/read-refs.js';
import { openRepository } from '../../src/git/repository.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

const read = (repository: TestRepository) => readRefs(openRepository(repository.dir, null));
const shown = (repository: TestRepository) => read(repository).refs.map(ref => `${ref.oid} ${ref.name}`);

describe('readRefs', () => {
  it('gives the refs that git gives, loose, packed and both', () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    repository.git('branch', 'feature/x');
    repository.git('tag', 'v1');
    repository.git('tag', '-a', 'v2', '-m', 'two');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('notes', 'add', '-m', 'note');
    const expected = () => repository.git('for-each-ref', '--format=%(objectname) %(refname)').split('\n');
    expect(shown(repository)).toEqual(expected());
    repository.git('pack-refs', '--all');
    expect(shown(repository)).toEqual(expected());
    repository.commit({ 'a.txt': 'two' });
    expect(shown(repository)).toEqual(expected());
  });

  it('gives HEAD and its branch', () => {
    const repository = new TestRepository();
    const oid = repository.commit({ 'a.txt': 'one' });
    expect(read(repository)).toMatchObject({ head: oid, branch: 'main', problems: [] });
    repository.git('checkout', '-q', '--detach');
    expect(read(repository)).toMatchObject({ head: oid, branch: null });
  });

  it('knows the branch of a repository without commits', () => {
    expect(read(new TestRepository())).toMatchObject({ refs: [], head: null, branch: 'main', problems: [] });
  });

  it('follows symbolic refs, and no circle of them', () => {
    const repository = new TestRepository();
    const oid = repository.commit({ 'a.txt': 'one' });
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/heads/main');
    writeFileSync(join(repository.dir, '.git/refs/heads/a'), 'ref: refs/heads/b\n');
    writeFileSync(join(repository.dir, '.git/refs/heads/b'), 'ref: refs/heads/a\n');
    expect(shown(repository)).toEqual([`${oid} refs/heads/main`, `${oid} refs/remotes/origin/HEAD`]);
  });

  it('gives what only reflogs, pseudo-refs, stashes and other work trees still know', () => {
    const repository = new TestRepository();
    const lost = repository.commit({ 'a.txt': 'lost' });
    repository.gitWith({}, 'commit', '-q', '--amend', '-m', 'amended');
    const original = repository.git('rev-parse', 'HEAD');
    repository.git('branch', '-q', 'side');
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '--detach', linked);
    repository.gitWith({ cwd: linked }, 'commit', '-q', '--allow-empty', '-m', 'only here');
    const detached = repository.gitWith({ cwd: linked }, 'rev-parse', 'HEAD');
    const fetched = repository.git('commit-tree', 'HEAD^{tree}', '-m', 'fetched');
    writeFileSync(join(repository.dir, '.git/FETCH_HEAD'), `${fetched}\tnot-for-merge\tbranch 'x' of ../x\n`);
    writeFileSync(join(repository.dir, '.git/ORIG_HEAD'), `${original}\n`);
    const { others } = read(repository);
    expect(others).toEqual(expect.arrayContaining([lost, original, detached, fetched]));
    expect(others).not.toContain('0'.repeat(40));
    expect(new Set(others).size).toBe(others.length);
  });

  it.each([
    {
      name: 'an empty ref',
      damage: (dir: string) => writeFileSync(join(dir, 'refs/heads/bad'), ''),
      problem: 'refs/heads/bad is empty or cannot be read',
    },
    {
      name: 'a ref that holds no id',
      damage: (dir: string) => writeFileSync(join(dir, 'refs/heads/bad'), 'nonsense\n'),
      problem: 'refs/heads/bad does not hold an object id',
    },
    {
      name: 'a link to nowhere',
      damage: (dir: string) => symlinkSync('/nowhere', join(dir, 'refs/heads/bad')),
      problem: 'refs/heads/bad is not a regular file',
    },
    {
      name: 'a FIFO, which is not opened',
      damage: (dir: string) => execFileSync('mkfifo', [join(dir, 'refs/heads/bad')]),
      problem: 'refs/heads/bad is not a regular file',
    },
  ])('names $name, and reads all others', ({ damage, problem }) => {
    const repository = new TestRepository();
    const oid = repository.commit({ 'a.txt': 'one' });
    damage(join(repository.dir, '.git'));
    expect(read(repository)).toMatchObject({
      refs: [{ name: 'refs/heads/main', oid }],
      head: oid,
      problems: [problem],
    });
  });

  it('passes over lock files, which stand there while git writes', () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    writeFileSync(join(repository.dir, '.git/refs/heads/main.lock'), '');
    expect(read(repository)).toMatchObject({ problems: [], refs: [{ name: 'refs/heads/main' }] });
  });

  it('takes names as bytes, and CRLF in packed-refs', () => {
    const repository = new TestRepository();
    const oid = repository.commit({ 'a.txt': 'one' });
    appendFileSync(
      join(repository.dir, '.git/packed-refs'),
      `# pack-refs with: peeled\r\n${oid} refs/heads/schlüssel\r\n^${oid}\r\n`,
    );
    expect(read(repository).refs.map(ref => Buffer.from(ref.name, 'latin1').toString())).toEqual([
      'refs/heads/main',
      'refs/heads/schlüssel',
    ]);
  });

  it('reads ids of SHA-256', () => {
    const repository = new TestRepository({ init: ['--object-format=sha256'] });
    const oid = repository.commit({ 'a.txt': 'one' });
    expect(oid).toHaveLength(64);
    expect(read(repository)).toMatchObject({ head: oid, refs: [{ oid }] });
  });

  it('reads the refs of a linked work tree from the main one, and HEAD from its own', () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', linked, '-b', 'side');
    repository.gitWith({ cwd: linked }, 'commit', '-q', '--allow-empty', '-m', 'x');
    const { head, branch, refs } = readRefs(openRepository(linked, null));
    expect([head, branch, refs.map(ref => ref.name)]).toEqual([
      repository.git('rev-parse', 'side'),
      'side',
      ['refs/heads/main', 'refs/heads/side'],
    ]);
  });
});

describe('readHead', () => {
  it.each([
    { name: 'on a branch', prepare: () => {}, branch: 'main' },
    {
      name: 'on a packed branch',
      prepare: (repository: TestRepository) => repository.git('pack-refs', '--all'),
      branch: 'main',
    },
    {
      name: 'detached',
      prepare: (repository: TestRepository) => repository.git('checkout', '-q', '--detach'),
      branch: null,
    },
  ])('agrees with git $name', ({ prepare, branch }) => {
    const repository = new TestRepository();
    const oid = repository.commit({ 'a.txt': 'one' });
    prepare(repository);
    expect(readHead(openRepository(repository.dir, null))).toEqual({ head: oid, branch });
  });

  it.each([
    { name: 'before the first commit', text: 'ref: refs/heads/main\n', branch: 'main' },
    { name: 'that points out of the repository', text: 'ref: ../outside\n', branch: null },
    { name: 'that points out of refs', text: 'ref: refs/heads/../../../outside\n', branch: '../../../outside' },
    { name: 'that is empty', text: '', branch: null },
    { name: 'that is nonsense', text: 'nonsense\n', branch: null },
  ])('gives null for a HEAD $name', ({ text, branch }) => {
    const repository = new TestRepository();
    writeFileSync(join(repository.dir, 'outside'), `${'a'.repeat(40)}\n`);
    writeFileSync(join(repository.dir, '.git/HEAD'), text);
    expect(readHead(openRepository(repository.dir, null))).toEqual({ head: null, branch });
  });
});
