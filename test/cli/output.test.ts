// --output: the whole report or none, in a regular file, and nothing else touched.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const SECRET = token(111);

function folderWithSecret(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'a.txt'), `key = '${SECRET}'\n`);
  return folder;
}

const scan = (cwd: string, output: string, ...more: string[]) =>
  leakgate(['files', 'src', '--format', 'json', '--output', output, ...more], { cwd, secrets: [SECRET] });

describe('--output', () => {
  it('writes the report to the file, says so on stderr and prints nothing on stdout', async () => {
    const cwd = folderWithSecret();
    const { code, stdout, stderr } = await scan(cwd, 'report.json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('leakgate: 1 findings written to report.json (exit 1)\n');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).findings).toHaveLength(1);
    expect(readdirSync(cwd).sort()).toEqual(['report.json', 'src']);
  });

  it('replaces an older report and lets nobody else read the new one', async () => {
    const cwd = folderWithSecret();
    writeFileSync(join(cwd, 'report.json'), 'old'.repeat(10_000));
    await scan(cwd, 'report.json');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).findings).toHaveLength(1);
    expect(statSync(join(cwd, 'report.json')).mode & 0o077).toBe(0);
  });

  it.each([
    { name: 'the config is wrong', more: ['--config', 'bad.json'] },
    { name: 'the baseline is wrong', more: ['--baseline', 'bad.json'] },
    { name: 'a path is missing', more: ['nowhere'] },
  ])('keeps the older report when $name', async ({ more }) => {
    const cwd = folderWithSecret();
    writeFileSync(join(cwd, 'bad.json'), '{"nonsense": 1}');
    writeFileSync(join(cwd, 'report.json'), 'old');
    expect((await scan(cwd, 'report.json', ...more)).code).toBe(2);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['bad.json', 'report.json', 'src']);
  });

  it.each([
    { name: 'a symbolic link', make: (path: string) => symlinkSync('kept.txt', path), says: 'symbolic link' },
    { name: 'a link to nowhere', make: (path: string) => symlinkSync('new.txt', path), says: 'symbolic link' },
    { name: 'a folder', make: (path: string) => mkdirSync(path), says: 'it is a folder' },
    { name: 'a FIFO', make: (path: string) => execFileSync('mkfifo', [path]), says: 'not a regular file' },
  ])('refuses $name before it scans', async ({ make, says }) => {
    const cwd = folderWithSecret();
    writeFileSync(join(cwd, 'kept.txt'), 'kept');
    make(join(cwd, 'report'));
    const { code, stdout, stderr } = await scan(cwd, 'report');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^leakgate: --output report: [^\n]*\n$/);
    expect(stderr).toContain(says);
    expect(readFileSync(join(cwd, 'kept.txt'), 'utf8')).toBe('kept');
    expect(readdirSync(cwd).sort()).toEqual(['kept.txt', 'report', 'src']);
  });

  it('refuses a file in a folder that does not exist', async () => {
    const { code, stderr } = await scan(folderWithSecret(), 'no/report.json');
    expect(code).toBe(2);
    expect(stderr).toContain('its folder does not exist');
  });

  it('is not found by a scan of the folder that it lies in', async () => {
    const cwd = folderWithSecret();
    const all = ['files', '.', '--format', 'json', '--output', 'report.json'];
    await leakgate(all, { cwd, secrets: [SECRET] });
    await leakgate(all, { cwd, secrets: [SECRET] });
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).findings).toHaveLength(1);
  });
});
