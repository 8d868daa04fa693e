// A real pre-commit hook that calls the real program: what git hands to hooks is what the scan looks at.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { expectNoSecret } from '../helpers/run.js';
import { token } from './expect-scan.js';

const SECRET = token(60);
const LINE = `const key = '${SECRET}';\n`;
const HOOK = `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/leakgate.js')}' staged\n`;

function hooked(): TestRepository {
  const repository = new TestRepository();
  repository.commit({ 'base.txt': 'base\n', 'a.ts': 'clean\n', 'b.txt': 'b\n' });
  repository.git('config', 'user.name', 'Ann');
  repository.git('config', 'user.email', 'ann@acme.dev');
  repository.write('.git/hooks/pre-commit', HOOK);
  chmodSync(join(repository.dir, '.git', 'hooks', 'pre-commit'), 0o755);
  return repository;
}

/** Runs git as a user would. @returns whether it succeeded, and everything that was printed */
function attempt(cwd: string, ...args: string[]): { ok: boolean; output: string } {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: cwd,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    LC_ALL: 'C',
  };
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
  const output = stdout + stderr;
  expectNoSecret(output, [SECRET]);
  return { ok: status === 0, output };
}

type Case = { name: string; args: string[]; passes: boolean; set: (repository: TestRepository) => string | undefined };

const CASES: Case[] = [
  {
    name: 'a staged secret stops the commit',
    args: ['commit', '-q', '-m', 'x'],
    passes: false,
    set: repository => {
      repository.write('a.ts', LINE);
      repository.git('add', 'a.ts');
      return undefined;
    },
  },
  {
    name: 'commit -a, which uses an index of its own, is stopped',
    args: ['commit', '-q', '-a', '-m', 'x'],
    passes: false,
    set: repository => {
      repository.write('a.ts', LINE);
      return undefined;
    },
  },
  {
    name: 'commit PATH takes the secret of that path and is stopped',
    args: ['commit', '-q', '-m', 'x', 'a.ts'],
    passes: false,
    set: repository => {
      repository.write('a.ts', LINE);
      return undefined;
    },
  },
  {
    name: 'commit PATH leaves the secret of another staged path for later and passes',
    args: ['commit', '-q', '-m', 'x', 'b.txt'],
    passes: true,
    set: repository => {
      repository.write('a.ts', LINE);
      repository.git('add', 'a.ts');
      repository.write('b.txt', 'changed\n');
      return undefined;
    },
  },
  {
    name: 'commit --amend is compared with what it replaces',
    args: ['commit', '-q', '--amend', '-m', 'x'],
    passes: false,
    set: repository => {
      repository.write('a.ts', LINE);
      repository.git('add', 'a.ts');
      return undefined;
    },
  },
  {
    name: 'a commit from a folder below the root is stopped',
    args: ['commit', '-q', '-m', 'x'],
    passes: false,
    set: repository => {
      repository.write('deep/er/a.ts', LINE);
      repository.git('add', '-A');
      return join(repository.dir, 'deep', 'er');
    },
  },
  {
    name: 'a commit in a linked work tree is stopped',
    args: ['commit', '-q', '-m', 'x'],
    passes: false,
    set: repository => {
      const dir = join(temporaryFolder(), 'linked');
      repository.git('worktree', 'add', '-q', dir);
      writeFileSync(join(dir, 'a.ts'), LINE);
      repository.gitWith({ cwd: dir }, 'add', 'a.ts');
      return dir;
    },
  },
  {
    name: 'a commit in a submodule is stopped',
    args: ['commit', '-q', '-m', 'x'],
    passes: false,
    set: repository => {
      const outer = new TestRepository();
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.dir, 'lib');
      const hooks = join(outer.dir, '.git', 'modules', 'lib', 'hooks');
      mkdirSync(hooks, { recursive: true });
      writeFileSync(join(hooks, 'pre-commit'), HOOK, { mode: 0o755 });
      const dir = join(outer.dir, 'lib');
      for (const [key, value] of [
        ['user.name', 'Ann'],
        ['user.email', 'ann@acme.dev'],
      ] as const)
        outer.gitWith({ cwd: dir }, 'config', key, value);
      writeFileSync(join(dir, 'a.ts'), LINE);
      outer.gitWith({ cwd: dir }, 'add', 'a.ts');
      return dir;
    },
  },
  {
    name: 'a clean commit passes',
    args: ['commit', '-q', '-m', 'x'],
    passes: true,
    set: repository => {
      repository.write('a.ts', 'changed\n');
      repository.git('add', 'a.ts');
      return undefined;
    },
  },
  {
    name: 'a commit of nothing but a message passes',
    args: ['commit', '-q', '--allow-empty', '-m', 'x'],
    passes: true,
    set: () => undefined,
  },
  {
    name: 'a damaged object in the index stops the commit',
    args: ['commit', '-q', '-m', 'x'],
    passes: false,
    set: repository => {
      repository.git('update-index', '--add', '--info-only', '--cacheinfo', `100644,${'2'.repeat(40)},ghost.ts`);
      return undefined;
    },
  },
];

describe('pre-commit', () => {
  it.each(CASES)('$name', ({ args, passes, set }) => {
    const repository = hooked();
    const cwd = set(repository) ?? repository.dir;
    const { ok, output } = attempt(cwd, ...args);
    expect(ok, output).toBe(passes);
    if (passes) expect(output).toBe('');
    else expect(output).toMatch(/GitHub personal access token|INCOMPLETE|incomplete|not complete/);
  });

  it('a push into a repository whose hook scans the quarantine sees the new objects', () => {
    const server = new TestRepository({ bare: true });
    const script = [
      '#!/bin/sh',
      'while read old new ref; do',
      '  export GIT_INDEX_FILE="$PWD/scan-index"',
      '  git read-tree "$new"',
      `  '${process.execPath}' '${resolve('bin/leakgate.js')}' staged || exit 1`,
      'done',
    ];
    writeFileSync(join(server.dir, 'hooks', 'pre-receive'), `${script.join('\n')}\n`, { mode: 0o755 });
    const repository = new TestRepository();
    repository.commit({ 'base.txt': 'base\n' });
    expect(attempt(repository.dir, 'push', '-q', server.dir, 'main').ok).toBe(true);
    repository.commit({ 'a.ts': LINE });
    const { ok, output } = attempt(repository.dir, 'push', '-q', server.dir, 'main');
    expect(ok).toBe(false);
    expect(output).toContain('GitHub personal access token');
  });
});
