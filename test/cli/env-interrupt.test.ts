// A signal ends `leakgate env` at any of its steps, and nothing is left behind: not the private folder, not the ignore files copied there.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

const BIN = resolve('bin/leakgate.js');

type Running = { child: ChildProcess; temporary: string; output: () => string };

function start(cwd: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const temporary = temporaryFolder();
  const child = spawn(process.execPath, [BIN, 'env', ...args], {
    cwd,
    env: { ...process.env, TMPDIR: temporary, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      text += chunk;
    });
  return { child, temporary, output: () => text };
}

async function until(isTrue: () => boolean, { child }: Running): Promise<void> {
  while (!isTrue() && child.exitCode === null) await sleep(2);
}

async function expectInterrupted(running: Running, signal: NodeJS.Signals): Promise<void> {
  running.child.kill(signal);
  const [code, killedBy] = await once(running.child, 'exit');
  expect({ code, killedBy, output: running.output() }).toEqual({ code: 130, killedBy: null, output: '' });
  expect(readdirSync(running.temporary)).toEqual([]);
}

it('SIGINT ends the audit of a large repository while code is read, and leaves nothing behind', async () => {
  const repository = new TestRepository();
  repository.git('config', 'core.compression', '0');
  const text = 'const value = process.env.VALUE ?? read(process.env.OTHER);\n'.repeat(2000);
  for (let n = 0; n < 400; n++) repository.write(`app${n % 20}/file${n}.ts`, `// ${n}\n${text}`);
  repository.git('add', '-A');
  const running = start(repository.dir, ['--output', 'report.json']);
  await until(() => readdirSync(running.temporary).length > 0, running);
  await sleep(300); // behind its start, long before its end
  expect(readdirSync(running.temporary)).toHaveLength(1);
  await expectInterrupted(running, 'SIGINT');
  expect(readdirSync(repository.dir).filter(name => name.includes('report'))).toEqual([]);
});

it.each([
  { silent: 'ls-files', signal: 'SIGINT' },
  { silent: 'diff-files', signal: 'SIGTERM' },
  { silent: 'grep', signal: 'SIGINT' },
  { silent: 'cat-file', signal: 'SIGHUP' },
  { silent: 'diff-tree', signal: 'SIGINT' },
  { silent: 'check-ignore', signal: 'SIGINT' },
] as const)('$signal ends it while git $silent does not answer', async ({ silent, signal }) => {
  const repository = new TestRepository();
  repository.commit({
    '.gitignore': '.env\n',
    'deep/app/.gitignore': '!.env\n',
    'deep/app/package.json': '{}\n',
    'deep/app/a.js': 'process.env.A\n',
    'deep/app/.env': 'A=1\n',
  });
  const bin = temporaryFolder();
  const asked = join(bin, 'asked');
  const git = execFileSync('sh', ['-c', 'command -v git']).toString().trim();
  const waits = `*" ${silent} "*) : > '${asked}'; exec sleep 5;;`;
  writeFileSync(join(bin, 'git'), `#!/bin/sh\ncase " $* " in ${waits} esac\nexec '${git}' "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  const running = start(repository.dir, [], { PATH: `${bin}:${process.env.PATH}` });
  await until(() => readdirSync(bin).includes('asked'), running);
  expect(readdirSync(running.temporary)).toHaveLength(1);
  await expectInterrupted(running, signal);
});
