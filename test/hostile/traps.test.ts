// Whoever controls .git/config, hooks or the PATH of a repository must not get a program run, and must not stop the scan.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { expectScan, token } from './expect-scan.js';
import { looseFile } from './plumbing.js';

const SECRET = token(70);
const LINE = `const key = '${SECRET}';\n`;

type Trap = {
  name: string;
  config?: string; // appended to .git/config; $TRAP is the program that leaves a mark
  set?: (repository: TestRepository, trap: string) => void;
  env?: (repository: TestRepository, trap: string) => Record<string, string>;
  proof?: string[]; // what git itself is run with afterwards, to show that the trap is armed
};

const TRAPS: Trap[] = [
  { name: 'core.fsmonitor', config: '[core]\n\tfsmonitor = $TRAP\n\tfsmonitorHookVersion = 1\n', proof: ['status'] },
  {
    name: 'core.fsmonitor, version 2',
    config: '[core]\n\tfsmonitor = $TRAP\n\tfsmonitorHookVersion = 2\n',
    proof: ['status'],
  },
  {
    name: 'core.sshCommand',
    proof: ['cat-file', '-p', 'HEAD:gone.txt'],
    config:
      '[core]\n\tsshCommand = $TRAP\n[remote "origin"]\n\turl = ssh://x/y\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n',
  },
  { name: 'diff.external', config: '[diff]\n\texternal = $TRAP\n', proof: ['diff', 'HEAD~1'] },
  {
    name: 'a driver with textconv and a command',
    proof: ['diff', 'HEAD~1'],
    config: '[diff "evil"]\n\ttextconv = $TRAP\n\tcommand = $TRAP\n\tcachetextconv = true\n',
    set: repository => repository.write('.git/info/attributes', '* diff=evil\n'),
  },
  {
    name: 'a clean and a process filter',
    proof: ['hash-object', 'a.ts'],
    config: '[filter "evil"]\n\tclean = $TRAP\n\tsmudge = $TRAP\n\tprocess = $TRAP\n\trequired = true\n',
    set: repository => repository.write('.git/info/attributes', '* filter=evil\n'),
  },
  { name: 'pager', config: '[core]\n\tpager = $TRAP\n[pager]\n\tlog = $TRAP\n\tdiff = $TRAP\n' },
  {
    name: 'gpg.program',
    config: '[gpg]\n\tprogram = $TRAP\n[log]\n\tshowSignature = true\n[commit]\n\tgpgSign = true\n',
    proof: ['commit', '-q', '--allow-empty', '-m', 'x'],
  },
  {
    name: 'core.askPass and a credential helper',
    config: '[core]\n\taskPass = $TRAP\n[credential]\n\thelper = $TRAP\n',
  },
  {
    name: 'core.editor, an alias and a merge driver',
    config: '[core]\n\teditor = $TRAP\n[alias]\n\tcat-file = !$TRAP\n[merge "x"]\n\tdriver = $TRAP\n',
  },
  {
    name: 'core.hooksPath',
    proof: ['checkout', '-q', '--detach'],
    config: '[core]\n\thooksPath = .evil\n',
    set: (repository, trap) => {
      for (const name of [
        'post-index-change',
        'pre-commit',
        'reference-transaction',
        'post-checkout',
        'fsmonitor-watchman',
      ]) {
        repository.write(`.evil/${name}`, `#!/bin/sh\n${trap}\n`);
        execFileSync('chmod', ['+x', join(repository.dir, '.evil', name)]);
      }
    },
  },
  {
    name: 'an included file that runs a program',
    proof: ['status'],
    config: '[include]\n\tpath = evil.config\n',
    set: (repository, trap) => repository.write('.git/evil.config', `[core]\n\tfsmonitor = ${trap}\n`),
  },
  {
    name: 'config.worktree',
    proof: ['status'],
    config: '[extensions]\n\tworktreeConfig = true\n',
    set: (repository, trap) => repository.write('.git/config.worktree', `[core]\n\tfsmonitor = ${trap}\n`),
  },
  {
    name: 'an included FIFO, which would block every git',
    config: '[include]\n\tpath = fifo\n',
    set: repository => void execFileSync('mkfifo', [join(repository.dir, '.git', 'fifo')]),
  },
  {
    name: 'FIFOs where git reads attributes, excludes and mailmaps',
    config:
      '[core]\n\tattributesFile = .git/fifo\n\texcludesFile = .git/fifo\n[mailmap]\n\tfile = .git/fifo\n[diff]\n\torderFile = .git/fifo\n',
    set: repository => {
      for (const name of ['fifo', 'info/attributes', 'info/exclude']) {
        rmSync(join(repository.dir, '.git', name), { force: true });
        mkdirSync(join(repository.dir, '.git', 'info'), { recursive: true });
        execFileSync('mkfifo', [join(repository.dir, '.git', name)]);
      }
    },
  },
  {
    name: 'FIFOs in place of files that a scan itself reads',
    set: repository => {
      for (const name of ['packed-refs', 'MERGE_HEAD', 'ORIG_HEAD', 'shallow', 'commondir', 'logs/fifo']) {
        execFileSync('mkfifo', [join(repository.dir, '.git', name)]);
      }
    },
  },
  { name: 'core.worktree that leads elsewhere', config: '[core]\n\tworktree = /\n' },
  {
    name: 'a git of its own in the repository, on the PATH',
    env: (repository, trap) => {
      for (const folder of ['', 'node_modules/.bin']) {
        repository.write(join(folder, 'git'), `#!/bin/sh\n${trap}\n`);
        execFileSync('chmod', ['+x', join(repository.dir, folder, 'git')]);
      }
      return {
        PATH: ['.', '', repository.dir, join(repository.dir, 'node_modules', '.bin'), process.env.PATH].join(':'),
      };
    },
  },
  {
    name: 'GIT_EXTERNAL_DIFF, GIT_SSH_COMMAND, GIT_PAGER and config in the environment',
    proof: ['diff', 'HEAD~1'],
    env: (_, trap) => ({
      GIT_EXTERNAL_DIFF: trap,
      GIT_SSH_COMMAND: trap,
      GIT_PAGER: trap,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor'='${trap}'`,
      GIT_TRACE: join(trap, '..', 'mark'),
      GIT_EXEC_PATH: join(trap, '..'),
    }),
  },
];

describe('nothing that the repository names is run', () => {
  it.each(TRAPS)('$name', async ({ config = '', set, env, proof }) => {
    const folder = temporaryFolder();
    const [trap, mark] = [join(folder, 'trap'), join(folder, 'mark')];
    writeFileSync(trap, `#!/bin/sh\necho "$@" >> '${mark}'\n`, { mode: 0o755 });
    const repository = new TestRepository();
    repository.git('config', 'core.fsync', 'none');
    const base = repository.commit({ 'b.txt': 'b\n', 'gone.txt': 'gone\n' });
    repository.commit({ 'a.ts': LINE });
    repository.write('c.ts', LINE);
    repository.git('add', 'c.ts');
    const isPromised = config.includes('promisor');
    if (isPromised) rmSync(looseFile(repository, repository.git('rev-parse', 'HEAD:gone.txt')));
    const original = execFileSync('cat', [join(repository.dir, '.git', 'config')], { encoding: 'utf8' });
    repository.write('.git/config', `${original}${config.replaceAll('$TRAP', trap)}`);
    set?.(repository, trap);
    const scanEnv = env?.(repository, trap) ?? {};
    const gaps = isPromised ? ['object-missing'] : [];
    const dir = repository.dir;
    const inHistory = [{ secret: SECRET, path: 'a.ts', line: 1 }];
    await expectScan(['history', dir], { found: inHistory, gaps }, { env: scanEnv });
    await expectScan(['history', '.', '--range', `${base}..HEAD`], { found: inHistory }, { env: scanEnv, cwd: dir });
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'c.ts', line: 1 }] }, { env: scanEnv, cwd: dir });
    expect(existsSync(mark), 'a trap was run').toBe(false);
    if (!proof) return;
    try {
      repository.gitWith({ env: scanEnv }, ...proof);
    } catch {} // most traps answer nothing that git could use
    expect(existsSync(mark), 'the trap was not armed').toBe(true);
  });

  it('a bare repository that is committed inside the tree is not taken for the repository', async () => {
    const folder = temporaryFolder();
    const [trap, mark] = [join(folder, 'trap'), join(folder, 'mark')];
    writeFileSync(trap, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    const repository = new TestRepository();
    const inner = {
      HEAD: 'ref: refs/heads/main\n',
      config: `[core]\n\tbare = true\n\tfsmonitor = ${trap}\n`,
      'refs/x': '',
      'objects/x': '',
    };
    repository.commit(
      Object.fromEntries(Object.entries(inner).map(([name, content]) => [`vendor/inner/${name}`, content])),
    );
    repository.commit({ 'a.ts': LINE });
    await expectScan(['history', repository.dir], { found: [{ secret: SECRET, path: 'a.ts', line: 1 }] });
    expect(existsSync(mark)).toBe(false);
  });
});
