// The machine around the scan: other languages, a git that misbehaves, readers that leave, report files that are traps.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';

const SECRET = token(90);
const LINE = `const key = '${SECRET}';\n`;
const FOUND = [{ secret: SECRET, path: 'a.ts', line: 1 }];

function planted(): TestRepository {
  const repository = new TestRepository();
  repository.commit({ 'a.ts': LINE });
  return repository;
}

/** A PATH whose first git is this shell script; $GIT is the real one. */
function shim(script: string): Record<string, string> {
  const folder = temporaryFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\nGIT='${real}'\n${script}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${process.env.PATH}` };
}

describe('a git that misbehaves', () => {
  it.each([
    {
      name: 'talks on stderr all the time',
      script: 'echo "warning: everything is odd" >&2; echo "fatal: not really" >&2; exec "$GIT" "$@"',
    },
    { name: 'writes a megabyte to stderr', script: 'head -c 1000000 /dev/zero | tr "\\0" x >&2; exec "$GIT" "$@"' },
    { name: 'is slow', script: 'sleep 0.3; exec "$GIT" "$@"' },
  ])('but works, is believed: it $name', async ({ script }) => {
    const repository = planted();
    await expectScan(['history', repository.dir], { found: FOUND }, { env: shim(script) });
  });

  it.each([
    { name: 'fails at once', script: 'exit 1' },
    { name: 'fails in another language', script: 'echo "Schwerwiegend: kein Repository" >&2; exit 128' },
    // The whole answer of git is empty when nothing is staged, so the hook cannot know.
    { name: 'succeeds and says nothing', script: 'exit 0', isUnknowable: true },
    { name: 'fails after all output', script: '"$GIT" "$@"; exit 3' },
    { name: 'is killed after all output', script: '"$GIT" "$@"; kill -9 $$' },
    { name: 'is killed half-way', script: '"$GIT" "$@" | head -c 60; kill -9 $$' },
    { name: 'cuts its output and says that all is well', script: '"$GIT" "$@" | head -c 60; exit 0' },
    { name: 'speaks nonsense', script: 'echo nonsense; echo more; exit 0' },
  ])('makes the scan incomplete: it $name', async ({ script, isUnknowable = false }) => {
    const repository = planted();
    repository.write('b.ts', LINE);
    repository.git('add', '-A');
    const env = shim(script);
    for (const args of [
      ['history', '.'],
      ['history', '.', '--range', `${'0'.repeat(40)}..HEAD`],
      ...(isUnknowable ? [] : [['staged']]),
    ]) {
      const { code, stderr, stdout } = await leakgate(args, { cwd: repository.dir, env, secrets: [SECRET] });
      expect(code, `${args.join(' ')}: ${stderr}${stdout}`).toBe(2);
      expect(stderr).not.toContain('internal error');
    }
  });

  it('is missed when it is not there', async () => {
    const { code, stderr } = await leakgate(['history', planted().dir], { env: { PATH: temporaryFolder() } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^leakgate: git could not be started/);
  });
});

describe('the environment', () => {
  it.each<{ name: string; env: Record<string, string> }>([
    { name: 'a German locale', env: { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: 'de_DE.UTF-8' } },
    {
      name: 'a GIT_DIR of another repository',
      env: { GIT_DIR: '/nowhere', GIT_WORK_TREE: '/', GIT_INDEX_FILE: '/nowhere/index' },
    },
    {
      name: 'an object directory of another repository',
      env: { GIT_OBJECT_DIRECTORY: '/nowhere', GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nowhere' },
    },
    {
      name: 'a graft file, a shallow file and a namespace',
      env: { GIT_GRAFT_FILE: '/dev/zero', GIT_SHALLOW_FILE: '/dev/zero', GIT_NAMESPACE: 'x' },
    },
    { name: 'a ceiling and a default hash', env: { GIT_CEILING_DIRECTORIES: '/', GIT_DEFAULT_HASH: 'sha256' } },
  ])('is no obstacle when it has $name', async ({ env }) => {
    await expectScan(['history', planted().dir], { found: FOUND }, { env });
  });

  it('is not read from a file of the repository', async () => {
    const repository = planted();
    repository.write('.env', 'PATH=/nowhere\nNODE_OPTIONS=--require=./evil.cjs\nFORCE_COLOR=1\n');
    repository.write('evil.cjs', "require('node:fs').writeFileSync('mark', '')");
    repository.write('.npmrc', 'node-options=--require=./evil.cjs\n');
    await expectScan(['history', '.'], { found: FOUND }, { cwd: repository.dir });
    const { stdout } = await leakgate(['history', '.'], { cwd: repository.dir, secrets: [SECRET] });
    expect(stdout).not.toContain('\x1b');
    expect(existsSync(join(repository.dir, 'mark'))).toBe(false);
  });

  it('keeps no temporary folder of ours', async () => {
    const repository = planted();
    const folder = temporaryFolder();
    for (const args of [
      ['history', '.'],
      ['staged'],
      ['history', '.', '--range', 'nothing..HEAD'],
      ['history', '/nowhere'],
    ]) {
      await leakgate(args, { cwd: repository.dir, env: { TMPDIR: folder }, secrets: [SECRET] });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is written to nowhere in the repository', async () => {
    const repository = planted();
    const list = () =>
      execFileSync('find', ['.', '-printf', '%p %T@ %s\n'], { cwd: repository.dir, encoding: 'utf8' })
        .split('\n')
        .sort();
    const before = list();
    for (const args of [['history', '.'], ['staged'], ['history', '.', '--range', `${'0'.repeat(40)}..HEAD`]]) {
      await leakgate(args, { cwd: repository.dir, secrets: [SECRET] });
    }
    expect(list()).toEqual(before);
  });
});

describe('a reader that leaves early', () => {
  it.each(['json', 'text', 'sarif'])(
    'ends the %s report without a stack trace, and the exit code still tells',
    async format => {
      const repository = new TestRepository();
      const lines = Array.from({ length: 3000 }, (_, n) => `key = ${token(1000 + n)}\n`).join('');
      repository.commit({ 'many.ts': lines });
      const child = spawn(process.execPath, [
        resolve('bin/leakgate.js'),
        'history',
        repository.dir,
        '--format',
        format,
      ]);
      let stderr = '';
      child.stderr.on('data', chunk => {
        stderr += chunk;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise(done => child.on('close', done));
      expect(stderr).not.toMatch(/\bat \S+ \(|EPIPE|Error/);
      expect(code).toBe(1);
    },
  );
});

describe('a report file that is a trap', () => {
  const lay: Record<string, (folder: string) => void> = {
    'a symbolic link': folder => symlinkSync(join(folder, 'victim'), join(folder, 'out')),
    'a symbolic link that leads nowhere': folder => symlinkSync(join(folder, 'gone'), join(folder, 'out')),
    'a folder': folder => mkdirSync(join(folder, 'out')),
    'a FIFO': folder => void execFileSync('mkfifo', [join(folder, 'out')]),
  };
  it.each(Object.keys(lay))('%s is refused before the scan, and nothing is written', async name => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'victim'), 'precious\n');
    lay[name]?.(folder);
    const before = readdirSync(folder);
    const { code, stderr } = await leakgate(
      ['history', planted().dir, '--format', 'json', '--output', join(folder, 'out')],
      { secrets: [SECRET] },
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^leakgate: --output .* (symbolic link|folder|regular file)/);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious\n');
  });

  it('a folder that does not exist is refused', async () => {
    const { code } = await leakgate(['history', planted().dir, '--output', join(temporaryFolder(), 'gone', 'out')]);
    expect(code).toBe(2);
  });

  it('a folder below a file is refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'x');
    const { code, stderr } = await leakgate(['history', planted().dir, '--output', join(folder, 'file', 'out')]);
    expect(code).toBe(2);
    expect(stderr).not.toContain('internal error');
  });

  it.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be written is refused, and the old report stays',
    async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'out'), 'old\n');
      chmodSync(folder, 0o500);
      const { code } = await leakgate(['history', planted().dir, '--output', join(folder, 'out')]);
      chmodSync(folder, 0o700);
      expect(code).toBe(2);
      expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old\n');
    },
  );

  it('an old report is replaced as a whole, and kept when the scan cannot start', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    writeFileSync(out, 'old\n');
    expect((await leakgate(['history', '/nowhere', '--output', out])).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    const { code } = await leakgate(['history', planted().dir, '--format', 'json', '--output', out], {
      secrets: [SECRET],
    });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ complete: true, exitCode: 1 });
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
