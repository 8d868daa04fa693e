// The hook's view: what the index would commit, whatever the work tree, the index format or the state of the repository.

import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, type Planted, token } from './expect-scan.js';
import { store } from './plumbing.js';

const SECRET = token(50);
const LINE = `const key = '${SECRET}';\n`;
const FOUND: Planted[] = [{ secret: SECRET, path: 'a.ts', line: 1, column: 14, kind: 'file' }];

type Scene = { found: Planted[]; cwd?: string; env?: Record<string, string>; gaps?: string[] };
type Case = { name: string; set: (repository: TestRepository) => Scene };

const withBase = (): TestRepository => {
  const repository = new TestRepository();
  repository.commit({ 'base.txt': 'base\n', 'sub/file.txt': 'x\n' });
  return repository;
};

function stage(repository: TestRepository, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  repository.git('add', '-A', '--force');
}

/** A merge with a conflict in a.ts: `ours` and `theirs` are what the two sides have there. */
function conflict(repository: TestRepository, ours: string, theirs: string): void {
  repository.commit({ 'a.ts': 'one\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit({ 'a.ts': theirs, 'theirs.txt': `${theirs}more\n` });
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'a.ts': ours });
  try {
    repository.git('merge', '-q', 'side');
  } catch {
    return; // that is what it is for
  }
  throw new Error('the merge has no conflict');
}

const CASES: Case[] = [
  {
    name: 'a secret in the index that the work tree no longer has',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.write('a.ts', 'clean\n');
      return { found: FOUND };
    },
  },
  {
    name: 'a clean index under a work tree with a secret',
    set: repository => {
      stage(repository, { 'a.ts': 'clean\n' });
      repository.write('a.ts', LINE);
      return { found: [] };
    },
  },
  {
    name: 'a staged file that is deleted on the disk',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      rmSync(join(repository.dir, 'a.ts'));
      return { found: FOUND };
    },
  },
  {
    name: 'an untracked file, which no commit would take',
    set: repository => {
      repository.write('a.ts', LINE);
      return { found: [] };
    },
  },
  {
    name: 'a file that is only intended to be added',
    set: repository => {
      repository.write('a.ts', LINE);
      repository.git('add', '-N', 'a.ts');
      return { found: [] };
    },
  },
  {
    name: 'a file that is assumed unchanged',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.git('update-index', '--assume-unchanged', 'a.ts');
      repository.write('a.ts', 'clean\n');
      return { found: FOUND };
    },
  },
  {
    name: 'a file that is skipped in the work tree',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.git('update-index', '--skip-worktree', 'a.ts');
      rmSync(join(repository.dir, 'a.ts'));
      return { found: FOUND };
    },
  },
  {
    name: 'a secret that HEAD already has on the same line',
    set: repository => {
      repository.commit({ 'a.ts': LINE });
      stage(repository, { 'a.ts': `${LINE}harmless\n` });
      return { found: [] };
    },
  },
  {
    name: 'a second copy of a line that HEAD already has',
    set: repository => {
      repository.commit({ 'a.ts': LINE });
      stage(repository, { 'a.ts': `${LINE}harmless\n${LINE}` });
      return { found: [{ secret: SECRET, path: 'a.ts', line: 3 }] };
    },
  },
  {
    name: 'a removal',
    set: repository => {
      repository.commit({ 'a.ts': LINE });
      repository.git('rm', '-q', 'a.ts');
      return { found: [] };
    },
  },
  {
    name: 'a submodule entry beside a file',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
      return { found: FOUND };
    },
  },
  {
    name: 'a symbolic link with a secret in its target',
    set: repository => {
      symlinkSync(`https://${SECRET}@example.com`, join(repository.dir, 'link'));
      repository.git('add', 'link');
      return { found: [{ secret: SECRET, path: 'link', line: 1, column: 9 }] };
    },
  },
  {
    name: 'an object that is staged, but not there',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.git('update-index', '--add', '--info-only', '--cacheinfo', `100644,${'2'.repeat(40)},ghost.ts`);
      return { found: FOUND, gaps: ['object-missing'] };
    },
  },
  {
    name: 'an index of version 4',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      repository.git('update-index', '--index-version', '4');
      return { found: FOUND };
    },
  },
  {
    name: 'a split index',
    set: repository => {
      repository.git('update-index', '--split-index');
      stage(repository, { 'a.ts': LINE });
      return { found: FOUND };
    },
  },
  {
    name: 'a sparse index',
    set: repository => {
      repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'kept');
      repository.git('update-index', '--add', '--cacheinfo', `100644,${store(repository, 'blob', LINE)},a.ts`);
      return { found: FOUND };
    },
  },
  {
    name: 'an index in another file, named by a relative path',
    set: repository => {
      const oid = store(repository, 'blob', LINE);
      repository.gitWith(
        { env: { GIT_INDEX_FILE: join(repository.dir, 'other') } },
        'update-index',
        '--add',
        '--cacheinfo',
        `100644,${oid},a.ts`,
      );
      return { found: FOUND, env: { GIT_INDEX_FILE: 'other' } };
    },
  },
  {
    name: 'an index in another file, named by an absolute path',
    set: repository => {
      const oid = store(repository, 'blob', LINE);
      const file = join(temporaryFolder(), 'index');
      repository.gitWith(
        { env: { GIT_INDEX_FILE: file } },
        'update-index',
        '--add',
        '--cacheinfo',
        `100644,${oid},a.ts`,
      );
      return { found: FOUND, env: { GIT_INDEX_FILE: file } };
    },
  },
  {
    name: 'the whole index, from a folder below the root',
    set: repository => {
      stage(repository, { 'a.ts': LINE });
      return { found: FOUND, cwd: join(repository.dir, 'sub') };
    },
  },
  {
    name: 'a linked work tree with GIT_DIR set, as its hooks have it',
    set: repository => {
      const dir = join(temporaryFolder(), 'linked');
      repository.git('worktree', 'add', '-q', dir);
      writeFileSync(join(dir, 'a.ts'), LINE);
      repository.gitWith({ cwd: dir }, 'add', 'a.ts');
      const gitDir = repository.gitWith({ cwd: dir }, 'rev-parse', '--absolute-git-dir');
      return { found: FOUND, cwd: dir, env: { GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'index') } };
    },
  },
  {
    name: 'a conflict whose own side has the secret',
    set: repository => {
      conflict(repository, LINE, 'theirs\n');
      return { found: [] }; // committed before; nothing is added
    },
  },
  {
    name: 'a conflict whose other side has the secret',
    set: repository => {
      conflict(repository, 'ours\n', LINE);
      return { found: FOUND };
    },
  },
  {
    name: 'the resolution of a conflict that brings a secret of its own',
    set: repository => {
      conflict(repository, 'ours\n', 'theirs\n');
      stage(repository, { 'a.ts': LINE });
      return { found: FOUND };
    },
  },
  {
    name: 'a cherry-pick in progress',
    set: repository => {
      repository.git('checkout', '-q', '-b', 'side');
      repository.commit({ 'a.ts': LINE });
      repository.git('checkout', '-q', 'main');
      repository.git('cherry-pick', '-n', 'side');
      return { found: FOUND };
    },
  },
];

describe('staged', () => {
  it.each(CASES)('$name', async ({ set }) => {
    const repository = withBase();
    const { found, cwd = repository.dir, env = {}, gaps = [] } = set(repository);
    const before = repository.git('status', '--porcelain=v2', '--ignored');
    await expectScan(['staged'], { found, gaps }, { cwd, env });
    expect(repository.git('status', '--porcelain=v2', '--ignored')).toBe(before);
  });

  it('the first commit is compared with nothing', async () => {
    const repository = new TestRepository();
    stage(repository, { 'a.ts': LINE });
    await expectScan(['staged'], { found: FOUND }, { cwd: repository.dir });
  });

  it('the first commit of a repository with SHA-256 ids is, too', async () => {
    const repository = new TestRepository({ init: ['--object-format=sha256'] });
    stage(repository, { 'a.ts': LINE });
    await expectScan(['staged'], { found: FOUND }, { cwd: repository.dir });
  });

  it('an index that is garbage is exit 2', async () => {
    const repository = withBase();
    repository.write('.git/index', 'DIRC garbage');
    const { code, stderr } = await leakgate(['staged'], { cwd: repository.dir });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^leakgate: git \S+ failed: /);
  });
});
