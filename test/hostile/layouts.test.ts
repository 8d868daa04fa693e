// Every layout that git itself understands: bare, mirror, work trees, gitfiles, SHA-256, odd HEADs and refs.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';

const SECRET = token(40);
const LINE = `const key = '${SECRET}';\n`;
const FOUND = [{ secret: SECRET, path: 'a.ts', line: 1 }];

function planted(): TestRepository {
  const repository = new TestRepository();
  repository.commit({ 'a.ts': LINE });
  repository.commit({ 'a.ts': 'clean\n', 'b.txt': 'b\n' });
  return repository;
}

const LAYOUTS: { name: string; make: () => string }[] = [
  { name: 'a work tree', make: () => planted().dir },
  { name: 'its .git folder', make: () => join(planted().dir, '.git') },
  {
    name: 'a folder below it',
    make: () => {
      const repository = planted();
      mkdirSync(join(repository.dir, 'x', 'y'), { recursive: true });
      return join(repository.dir, 'x', 'y');
    },
  },
  {
    name: 'a bare clone whose name ends in git',
    make: () => {
      const dir = join(temporaryFolder(), 'project.git');
      planted().git('clone', '-q', '--bare', '.', dir);
      return dir;
    },
  },
  {
    name: 'a mirror',
    make: () => {
      const dir = join(temporaryFolder(), 'mirror');
      planted().git('clone', '-q', '--mirror', '.', dir);
      return dir;
    },
  },
  {
    name: 'a linked work tree',
    make: () => {
      const dir = join(temporaryFolder(), 'linked');
      planted().git('worktree', 'add', '-q', '--detach', dir, 'HEAD');
      return dir;
    },
  },
  {
    name: 'the HEAD of another work tree alone',
    make: () => {
      const repository = planted();
      const dir = join(temporaryFolder(), 'linked');
      repository.git('worktree', 'add', '-q', '--detach', dir, 'HEAD~1');
      repository.git('update-ref', '-d', 'refs/heads/main');
      rmSync(join(repository.dir, '.git', 'logs'), { recursive: true });
      return repository.dir;
    },
  },
  {
    name: 'a gitfile that leads to a folder elsewhere',
    make: () => {
      const repository = planted();
      const elsewhere = join(temporaryFolder(), 'real.git');
      renameSync(join(repository.dir, '.git'), elsewhere);
      writeFileSync(join(repository.dir, '.git'), `gitdir: ${elsewhere}\n`);
      return repository.dir;
    },
  },
  {
    name: 'a .git that is a symbolic link',
    make: () => {
      const repository = planted();
      const elsewhere = join(temporaryFolder(), 'real.git');
      renameSync(join(repository.dir, '.git'), elsewhere);
      symlinkSync(elsewhere, join(repository.dir, '.git'));
      return repository.dir;
    },
  },
  {
    name: 'a repository with SHA-256 ids',
    make: () => {
      const repository = new TestRepository({ init: ['--object-format=sha256'] });
      repository.commit({ 'a.ts': LINE });
      repository.commit({ 'a.ts': 'clean\n' });
      return repository.dir;
    },
  },
  {
    name: 'packed objects and packed refs',
    make: () => {
      const repository = planted();
      repository.git('gc', '-q');
      repository.git('pack-refs', '--all');
      return repository.dir;
    },
  },
  {
    name: 'pack indexes of version 1',
    make: () => {
      const repository = planted();
      repository.git('-c', 'pack.indexVersion=1', 'repack', '-q', '-a', '-d');
      return repository.dir;
    },
  },
  {
    name: 'a detached HEAD',
    make: () => {
      const repository = planted();
      repository.git('checkout', '-q', '--detach');
      return repository.dir;
    },
  },
  {
    name: 'a HEAD that names a deleted branch',
    make: () => {
      const repository = planted();
      repository.git('update-ref', '-d', 'refs/heads/main');
      return repository.dir;
    },
  },
  {
    name: 'an unborn HEAD beside another branch',
    make: () => {
      const repository = planted();
      repository.git('checkout', '-q', '--orphan', 'empty');
      return repository.dir;
    },
  },
  {
    name: 'a HEAD that is a symbolic link',
    make: () => {
      const repository = planted();
      rmSync(join(repository.dir, '.git', 'HEAD'));
      symlinkSync('refs/heads/main', join(repository.dir, '.git', 'HEAD'));
      return repository.dir;
    },
  },
  {
    name: 'a lock that somebody left behind',
    make: () => {
      const repository = planted();
      for (const name of ['index.lock', 'HEAD.lock', 'refs/heads/main.lock', 'config.lock'])
        repository.write(`.git/${name}`, '');
      return repository.dir;
    },
  },
  {
    name: 'a config that git refuses to read',
    make: () => {
      const repository = planted();
      repository.write('.git/config', '[core\n\trepositoryformatversion = 99\n[extensions]\n\tunknown = true\n');
      return repository.dir;
    },
  },
];

describe('the secret is found in', () => {
  it.each(LAYOUTS)('$name', async ({ make }) => {
    await expectScan(['history', make()], { found: FOUND });
  });
});

describe('a ref that cannot be read is named, and its objects are scanned', () => {
  it.each<{ name: string; spoil: (repository: TestRepository) => void; gap: string }>([
    {
      name: 'words in it',
      spoil: repository => repository.write('.git/refs/heads/broken', 'not an id\n'),
      gap: 'ref-unreadable',
    },
    {
      name: 'nothing in it',
      spoil: repository => repository.write('.git/refs/heads/broken', ''),
      gap: 'ref-unreadable',
    },
    {
      name: 'the id of an object that is not there',
      spoil: repository => repository.write('.git/refs/heads/broken', `${'a'.repeat(40)}\n`),
      gap: 'object-missing',
    },
    {
      name: 'a FIFO in its place',
      spoil: repository => void execFileSync('mkfifo', [join(repository.dir, '.git', 'refs', 'heads', 'broken')]),
      gap: 'ref-unreadable',
    },
    {
      name: 'a link to a file of somebody else in its place',
      spoil: repository => symlinkSync('/etc/passwd', join(repository.dir, '.git', 'refs', 'heads', 'broken')),
      gap: 'ref-unreadable',
    },
  ])('$name', async ({ spoil, gap }) => {
    const repository = planted();
    spoil(repository);
    const report = await expectScan(['history', repository.dir], { found: FOUND, gaps: [gap] });
    expect(JSON.stringify(report.gaps)).toContain('refs/heads/broken');
    expect(JSON.stringify(report)).not.toContain('root:');
  });

  it.each<{ name: string; spoil: (repository: TestRepository) => void }>([
    {
      name: 'an empty folder in its place',
      spoil: repository => mkdirSync(join(repository.dir, '.git', 'refs', 'heads', 'broken')),
    },
    {
      name: 'a symbolic ref to a branch that is gone',
      spoil: repository => repository.write('.git/refs/remotes/origin/HEAD', 'ref: refs/remotes/origin/gone\n'),
    },
    {
      name: 'symbolic refs in a circle',
      spoil: repository => {
        repository.write('.git/refs/heads/one', 'ref: refs/heads/two\n');
        repository.write('.git/refs/heads/two', 'ref: refs/heads/one\n');
      },
    },
  ])('$name is nothing that was in scope', async ({ spoil }) => {
    const repository = planted();
    spoil(repository);
    await expectScan(['history', repository.dir], { found: FOUND });
  });
});

describe('nothing to scan is not clean', () => {
  it.each<{ name: string; make: () => string; says: RegExp }>([
    { name: 'a folder outside any repository', make: temporaryFolder, says: /not in a git repository/ },
    { name: 'a path that does not exist', make: () => join(temporaryFolder(), 'gone'), says: /does not exist/ },
    {
      name: 'a gitfile that leads nowhere',
      make: () => {
        const dir = temporaryFolder();
        writeFileSync(join(dir, '.git'), 'gitdir: /nowhere\n');
        return dir;
      },
      says: /names a folder that is no git directory/,
    },
    {
      name: 'a gitfile of words',
      make: () => {
        const dir = temporaryFolder();
        writeFileSync(join(dir, '.git'), 'hello\n');
        return dir;
      },
      says: /names no git directory/,
    },
  ])('$name', async ({ make, says }) => {
    const { code, stderr, stdout } = await leakgate(['history', make()]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
  });

  it('a repository without any commit says that it looked at nothing', async () => {
    await expectScan(['history', new TestRepository().dir], { found: [], gaps: ['nothing-scanned'] });
  });

  it('a repository without any commit, but with a staged file, is scanned', async () => {
    const repository = new TestRepository();
    repository.write('a.ts', LINE);
    repository.git('add', '-A');
    await expectScan(['history', repository.dir], { found: FOUND });
  });
});
