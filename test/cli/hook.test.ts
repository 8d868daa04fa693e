// A real commit through a real hook: blocked with a secret in it, let through once the secret is out.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { expectNoSecret, leakgate } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const SECRET = token(151);
const LINE = `key = '${SECRET}'\n`;
const HUSKY = resolve('node_modules/husky/bin.js');

/** A repository that `leakgate init` and husky have set up, with leakgate where npm puts programs. */
async function repositoryWithHook(): Promise<TestRepository> {
  const repository = new TestRepository();
  mkdirSync(join(repository.dir, 'node_modules', '.bin'), { recursive: true });
  const program = join(repository.dir, 'node_modules', '.bin', 'leakgate');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/leakgate.js')}' "$@"\n`);
  chmodSync(program, 0o755);
  repository.write('.gitignore', 'node_modules/\n');
  await leakgate(['init'], { cwd: repository.dir });
  execFileSync(process.execPath, [HUSKY], { cwd: repository.dir });
  repository.git('add', '-A');
  repository.git('commit', '-q', '-m', 'set up');
  return repository;
}

function tryGit(
  repository: TestRepository,
  args: readonly string[],
  env: Record<string, string> = {},
): { code: number | null; output: string } {
  const run = spawnSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@acme.dev', ...args], {
    cwd: repository.dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: repository.dir, GIT_CONFIG_NOSYSTEM: '1', ...env },
  });
  expectNoSecret(run.stdout + run.stderr, [SECRET]);
  return { code: run.status, output: run.stdout + run.stderr };
}

describe('a commit through husky', () => {
  it('is blocked by a secret, says where it is, and goes through after the fix', async () => {
    const repository = await repositoryWithHook();
    const head = repository.git('rev-parse', 'HEAD');
    repository.write('src/app.ts', LINE);
    repository.git('add', '-A');
    const blocked = tryGit(repository, ['commit', '-m', 'add app']);
    expect(blocked.code).toBe(1);
    expect(blocked.output).toContain('src/app.ts:1:8');
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);
    repository.write('src/app.ts', 'key = process.env.KEY\n');
    repository.git('add', '-A');
    expect(tryGit(repository, ['commit', '-m', 'add app']).code).toBe(0);
    expect(repository.git('rev-parse', 'HEAD~1')).toBe(head);
  });

  it.each([
    { name: 'commit -a', args: ['commit', '-a', '-m', 'x'] },
    { name: 'commit with a path', args: ['commit', '-m', 'x', 'src/app.ts'] },
    { name: 'commit --amend', args: ['commit', '-a', '--amend', '--no-edit'] },
  ])('is blocked in git $name, which commits from an index of its own', async ({ args }) => {
    const repository = await repositoryWithHook();
    repository.commit({ 'src/app.ts': 'a\n' });
    repository.write('src/app.ts', LINE);
    expect(tryGit(repository, args)).toMatchObject({ code: 1, output: expect.stringContaining('src/app.ts:1:8') });
  });

  it('is blocked in a subfolder and in a linked work tree', async () => {
    const repository = await repositoryWithHook();
    repository.write('sub/app.ts', LINE);
    repository.git('add', '-A');
    expect(tryGit(repository, ['-C', 'sub', 'commit', '-m', 'x']).output).toContain('sub/app.ts:1:8');
    const other = join(temporaryFolder(), 'tree');
    repository.git('worktree', 'add', '-q', other, '-b', 'other');
    symlinkSync(join(repository.dir, '.husky', '_'), join(other, '.husky', '_'));
    symlinkSync(join(repository.dir, 'node_modules'), join(other, 'node_modules'));
    writeFileSync(join(other, 'tree.ts'), LINE);
    repository.gitWith({ cwd: other }, 'add', 'tree.ts');
    expect(tryGit(repository, ['-C', other, 'commit', '-m', 'x'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('tree.ts:1:8'),
    });
  });

  it('is blocked when a merge without conflicts would bring it in', async () => {
    const repository = await repositoryWithHook();
    repository.git('checkout', '-q', '-b', 'side');
    repository.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'side');
    repository.git('checkout', '-q', 'main');
    repository.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'main');
    // What the side has was committed there; only what the merge itself adds is new, and this merge adds nothing.
    expect(tryGit(repository, ['merge', '--no-edit', 'side']).code).toBe(0);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.write('evil.ts', LINE);
    repository.git('add', '-A');
    expect(tryGit(repository, ['commit', '--no-edit'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('evil.ts:1:8'),
    });
  });

  it('is blocked, not let through, when leakgate itself fails', async () => {
    const repository = await repositoryWithHook();
    repository.write('.leakgate.json', '{"nonsense": true}');
    repository.write('a.txt', 'a\n');
    repository.git('add', '-A');
    expect(tryGit(repository, ['commit', '-m', 'x'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('unknown key "nonsense"'),
    });
  });
});

describe("this project's own hooks", () => {
  it.each(['pre-commit', 'pre-merge-commit'])('%s runs the program of this tree', name => {
    expect(readFileSync(`.husky/${name}`, 'utf8')).toBe('node bin/leakgate.js staged\n');
  });
});
