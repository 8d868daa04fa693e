// Readers that go away, signals, and what is left behind: nothing.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const BIN = resolve('bin/leakgate.js');

function start(args: readonly string[], cwd: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd, env: { ...process.env, ...env } });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', chunk => {
    text += chunk;
  });
  return () => text;
}

describe('a reader that stops reading', () => {
  it.each(['text', 'json', 'sarif'])('of a long %s report ends the program without a stack trace', async format => {
    const secrets = Array.from({ length: 600 }, (_, n) => token(1000 + n));
    const repository = new TestRepository();
    repository.commit({ 'a.txt': secrets.map(secret => `key = '${secret}'\n`).join('') });
    const child = start(['history', '--format', format], repository.dir);
    const stderr = collect(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(stderr()).toBe('');
  });
});

describe('a signal', () => {
  // 24 files of 4 MB take seconds to scan; the signal comes as soon as the private git directory is there.
  function largeRepository(): TestRepository {
    const repository = new TestRepository();
    repository.git('config', 'core.compression', '0');
    for (let n = 0; n < 24; n++)
      repository.write(`${n}.txt`, `${n}\n${'some words of text, none of them secret\n'.repeat(100_000)}`);
    repository.git('add', '-A');
    return repository;
  }

  it.each([
    { signal: 'SIGINT', args: ['staged'] },
    { signal: 'SIGTERM', args: ['history', '--output', 'report.json'] },
    { signal: 'SIGHUP', args: ['history', '--format', 'sarif'] },
  ] as const)('$signal ends leakgate $args with 130 and leaves nothing behind', async ({ signal, args }) => {
    const repository = largeRepository();
    const temporary = temporaryFolder();
    const child = start(args, repository.dir, { TMPDIR: temporary });
    const stderr = collect(child);
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await sleep(2);
    await sleep(100); // behind the start of the scan, long before its end
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill(signal);
    const [code, killedBy] = await once(child, 'close');
    expect({ code, killedBy, stderr: stderr() }).toEqual({ code: 130, killedBy: null, stderr: '' });
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(repository.dir).filter(name => name.includes('report'))).toEqual([]);
  });
});

describe('a signal while git does not answer', () => {
  it.each([
    { name: 'a range', args: ['history', '--range', 'HEAD~1..HEAD'], silent: 'rev-parse' },
    { name: 'a history', args: ['history'], silent: 'cat-file' },
    { name: 'a commit', args: ['staged'], silent: 'diff-index' },
  ])('ends the scan of $name and leaves nothing behind', async ({ args, silent }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.commit({ 'a.txt': 'b\n' });
    const temporary = temporaryFolder();
    const bin = temporaryFolder();
    writeFileSync(
      join(bin, 'git'),
      `#!/bin/sh\ncase " $* " in *" ${silent} "*) exec sleep 5;; esac\nexec '${gitOnPath()}' "$@"\n`,
    );
    chmodSync(join(bin, 'git'), 0o755);
    const child = start(args, repository.dir, { TMPDIR: temporary, PATH: `${bin}:${process.env.PATH}` });
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await sleep(2);
    await sleep(300);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

function gitOnPath(): string {
  return execFileSync('sh', ['-c', 'command -v git']).toString().trim();
}

describe('temporary files', () => {
  it.each([
    { name: 'a scan that finds something', args: ['history'], code: 1 },
    { name: 'a scan of what is staged', args: ['staged'], code: 0 },
    { name: 'a range that does not exist', args: ['history', '--range', 'a..b'], code: 2 },
    { name: 'a config that is wrong', args: ['history', '--config', 'a.txt'], code: 2 },
    { name: 'a config that is wrong, in a hook', args: ['staged', '--config', 'a.txt'], code: 2 },
  ])('are gone after $name', async ({ args, code }) => {
    const secret = token(112);
    const repository = new TestRepository();
    repository.commit({ 'a.txt': `key = '${secret}'\n` });
    const temporary = temporaryFolder();
    const run = await leakgate(args, { cwd: repository.dir, env: { TMPDIR: temporary }, secrets: [secret] });
    expect(run.code).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('standard input', () => {
  it('that is closed at once does no harm to commands that do not read it', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    const child = spawn(process.execPath, [BIN, 'history'], { cwd: repository.dir, stdio: ['ignore', 'pipe', 'pipe'] });
    const stderr = collect(child);
    const [code] = await once(child, 'close');
    expect({ code, stderr: stderr() }).toEqual({ code: 0, stderr: '' });
  });
});
