// The exit status is the answer: 0 nothing found, 1 findings, 2 not complete. 2 wins.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';
import { looseFile } from '../hostile/plumbing.js';

const SECRET = token(101);
const LINE = `key = '${SECRET}'\n`;
const FORMATS = ['text', 'json', 'sarif'];

describe('the exit code', () => {
  it.each(FORMATS)('is 0 when nothing is found, 1 when something is (%s)', async format => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    expect((await leakgate(['history', repository.dir, '-f', format])).code).toBe(0);
    repository.commit({ 'b.txt': LINE });
    expect((await leakgate(['history', repository.dir, '-f', format], { secrets: [SECRET] })).code).toBe(1);
  });

  it('is 2 when something could not be read, with findings and without', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n', 'b.txt': LINE });
    rmSync(looseFile(repository, repository.git('rev-parse', 'HEAD:a.txt')));
    const { code, report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    expect(code).toBe(2);
    expect(report).toMatchObject({ complete: false, exitCode: 2 });
    expect(report.findings).toHaveLength(1);
    rmSync(looseFile(repository, repository.git('rev-parse', 'HEAD:b.txt')));
    expect((await leakgate(['history', repository.dir])).code).toBe(2);
  });

  it.each([
    { name: 'a range without commits', args: ['history', '--range', 'HEAD..HEAD'] },
    { name: 'a date after the last commit', args: ['history', '--since', '2030-01-01'] },
    { name: 'an empty folder', args: ['files', 'empty'] },
  ])('is 2 when nothing was looked at: $name', async ({ args }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.write('empty/x', '');
    rmSync(join(repository.dir, 'empty', 'x'));
    const { code, stdout } = await leakgate(args, { cwd: repository.dir });
    expect(code).toBe(2);
    expect(stdout).toContain('nothing-scanned');
  });

  it('is 2 for a repository without any object', async () => {
    const { code, stdout } = await leakgate(['history'], { cwd: new TestRepository().dir });
    expect(code).toBe(2);
    expect(stdout).toContain('the repository has no objects');
  });

  it('is 0 when nothing is staged', async () => {
    expect(await leakgate(['staged'], { cwd: new TestRepository().dir })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('does not depend on --quiet, --output or the terminal', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), LINE);
    const options = { cwd: folder, secrets: [SECRET] };
    expect((await leakgate(['files', 'a.txt', '--quiet'], options)).code).toBe(1);
    expect((await leakgate(['files', 'a.txt', '--output', 'r.json'], options)).code).toBe(1);
    expect((await leakgate(['files', 'a.txt', '--no-color'], { ...options, env: { FORCE_COLOR: '1' } })).code).toBe(1);
  });

  it('is 1 in the colours that the environment asks for, and only there', async () => {
    const options = { input: LINE, secrets: [SECRET] };
    const colored = await leakgate(['stdin'], { ...options, env: { FORCE_COLOR: '1' } });
    expect(colored.stdout).toContain('\x1b[');
    const plain = await leakgate(['stdin'], { ...options, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\x1b[');
    expect([colored.code, plain.code]).toEqual([1, 1]);
  });
});

describe('--quiet', () => {
  it('prints nothing where nothing is found, and the report where something is', async () => {
    expect(await leakgate(['stdin', '--quiet'], { input: 'a\n' })).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const { stdout } = await leakgate(['stdin', '--quiet'], { input: LINE, secrets: [SECRET] });
    expect(stdout).toContain('github-pat-classic');
  });
});

describe('secrets', () => {
  it('are printed whole with --show-secrets and masked without', async () => {
    const shown = await leakgate(['stdin', '--show-secrets'], { input: LINE });
    expect(shown.stdout).toContain(SECRET);
    const masked = await leakgate(['stdin'], { input: LINE, secrets: [SECRET] });
    expect(masked.stdout).toContain('ghp_… (40 characters)');
  });
});
