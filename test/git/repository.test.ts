// Finding a repository by reading files, in every layout that git knows.

import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository, readText } from '../../src/git/repository.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

describe('openRepository', () => {
  it('finds a repository from its root, from a folder in it and from a file', () => {
    const { dir } = new TestRepository();
    mkdirSync(join(dir, 'a', 'b'), { recursive: true });
    writeFileSync(join(dir, 'a', 'file.txt'), '');
    const expected = {
      root: dir,
      gitDir: join(dir, '.git'),
      commonDir: join(dir, '.git'),
      objectsDir: join(dir, '.git', 'objects'),
      alternateDirs: null,
      indexFile: join(dir, '.git', 'index'),
      objectFormat: 'sha1',
      refFormat: 'files',
      isPartial: false,
    };
    for (const place of [
      dir,
      join(dir, 'a', 'b'),
      join(dir, 'a', 'file.txt'),
      join(dir, '.git'),
      join(dir, '.git', 'objects'),
    ])
      expect(openRepository(place, null)).toEqual(expected);
  });

  it('finds a bare repository, which has no work tree', () => {
    const { dir } = new TestRepository({ bare: true });
    expect(openRepository(dir, null)).toMatchObject({ root: null, gitDir: dir, objectsDir: join(dir, 'objects') });
  });

  it('finds a linked work tree: its own index, the objects of the main one', () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', linked, '-b', 'side');
    const gitDir = join(repository.dir, '.git', 'worktrees', 'linked');
    expect(openRepository(linked, null)).toMatchObject({
      root: linked,
      gitDir,
      commonDir: join(repository.dir, '.git'),
      objectsDir: join(repository.dir, '.git', 'objects'),
      indexFile: join(gitDir, 'index'),
    });
  });

  it('finds a repository whose git directory stands elsewhere, by a relative gitfile', () => {
    const dir = temporaryFolder();
    const { dir: other } = new TestRepository();
    writeFileSync(join(dir, '.git'), `gitdir: ../${other.split('/').at(-1)}/.git\r\n`);
    expect(openRepository(dir, null)).toMatchObject({ root: dir, gitDir: join(other, '.git') });
  });

  it('finds the inner of two nested repositories', () => {
    const { dir } = new TestRepository();
    const inner = join(dir, 'inner');
    mkdirSync(inner);
    new TestRepository().gitWith({ cwd: inner }, 'init', '-q');
    expect(openRepository(inner, null).root).toBe(inner);
  });

  it('does not take an empty .git folder for a repository, and looks further up', () => {
    const { dir } = new TestRepository();
    mkdirSync(join(dir, 'a', '.git'), { recursive: true });
    expect(openRepository(join(dir, 'a'), null).root).toBe(dir);
  });

  it('goes through a link to the real folder', () => {
    const { dir } = new TestRepository();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(dir, link);
    expect(openRepository(link, null).root).toBe(realpathSync(dir));
  });

  it.each([
    { name: 'SHA-256', config: '[extensions]\n\tobjectformat = sha256\n', expected: { objectFormat: 'sha256' } },
    { name: 'reftable', config: '[extensions]\n\trefstorage = reftable\n', expected: { refFormat: 'reftable' } },
    { name: 'a partial clone', config: '[remote "origin"]\n\tpromisor = true\n', expected: { isPartial: true } },
    {
      name: 'an older partial clone',
      config: '[extensions]\n\tpartialClone = origin\n',
      expected: { isPartial: true },
    },
    {
      name: 'a comment that only speaks of these',
      config: '# objectformat = sha256\n; promisor = true\n',
      expected: { objectFormat: 'sha1', isPartial: false },
    },
  ])('reads $name from the config', ({ config, expected }) => {
    const { dir } = new TestRepository();
    writeFileSync(join(dir, '.git', 'config'), config);
    expect(openRepository(dir, null)).toMatchObject(expected);
  });

  it.each([
    { name: 'a folder without a repository', make: (dir: string) => dir },
    { name: 'a folder that is not there', make: (dir: string) => join(dir, 'gone') },
  ])('refuses $name', ({ make }) => {
    const dir = make(temporaryFolder());
    expect(() => openRepository(dir, null)).toThrow(
      expect.objectContaining({ code: 'NOT_A_REPOSITORY', data: { dir } }),
    );
  });

  it.each([
    { name: 'names no directory', text: 'nonsense' },
    { name: 'names a folder that is not there', text: 'gitdir: ../gone' },
    { name: 'names a folder that is no git directory', text: 'gitdir: .' },
  ])('refuses a gitfile that $name', ({ text }) => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, '.git'), text);
    expect(() => openRepository(dir, null)).toThrow(expect.objectContaining({ code: 'REPOSITORY_BROKEN' }));
  });

  it('opens a repository whose HEAD is a broken link, as old versions of git made them', () => {
    const { dir } = new TestRepository();
    rmSync(join(dir, '.git', 'HEAD'));
    symlinkSync('refs/heads/main', join(dir, '.git', 'HEAD'));
    expect(openRepository(dir, null).root).toBe(dir);
  });
});

describe('openRepository in a hook', () => {
  it('takes GIT_DIR and GIT_INDEX_FILE, relative to where the hook was started', () => {
    const { dir } = new TestRepository();
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/next-index-1.lock' };
    expect(openRepository(dir, env)).toMatchObject({
      root: dir,
      gitDir: join(dir, '.git'),
      indexFile: join(dir, '.git', 'next-index-1.lock'),
    });
  });

  it('takes the work tree that git names', () => {
    const { dir } = new TestRepository();
    const workTree = temporaryFolder();
    expect(openRepository(dir, { GIT_DIR: '.git', GIT_WORK_TREE: workTree }).root).toBe(workTree);
  });

  it('takes the quarantine of a push', () => {
    const { dir } = new TestRepository({ bare: true });
    const env = {
      GIT_DIR: '.',
      GIT_OBJECT_DIRECTORY: './objects/tmp_1',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(dir, 'objects'),
    };
    expect(openRepository(dir, env)).toMatchObject({
      objectsDir: join(dir, 'objects', 'tmp_1'),
      alternateDirs: join(dir, 'objects'),
    });
  });

  it('takes nothing from the environment where a path was given', () => {
    const { dir } = new TestRepository();
    process.env.GIT_DIR = '/nowhere';
    try {
      expect(openRepository(dir, null).gitDir).toBe(join(dir, '.git'));
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe('readText', () => {
  it('gives null for what is missing and for what is no regular file', () => {
    const dir = temporaryFolder();
    expect([readText(join(dir, 'gone')), readText(dir)]).toEqual([null, null]);
  });

  it('gives bytes as characters', () => {
    const file = join(temporaryFolder(), 'a');
    writeFileSync(file, Buffer.from('\xff\xfe', 'latin1'));
    expect(readText(file)).toBe('\xff\xfe');
  });
});
