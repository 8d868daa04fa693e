// `leakgate files`: what is on the disk, whether git knows it or not; links are not followed, nothing unreadable is passed over.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { expectScan, token } from '../hostile/expect-scan.js';

const [SECRET, OTHER] = [token(211), token(212)];
const line = (secret: string) => `key = '${secret}'\n`;

function folder(files: Record<string, string | Buffer>): string {
  const dir = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

describe('leakgate files', () => {
  it('reads every file below, hidden ones too, outside any repository', async () => {
    const cwd = folder({ 'a/b/c.txt': line(SECRET), '.env': `TOKEN=${OTHER}\n`, 'd.txt': 'd\n' });
    const found = [
      { secret: SECRET, path: 'a/b/c.txt', line: 1, column: 8 },
      { secret: OTHER, path: '.env' },
    ];
    for (const args of [['files'], ['files', '.'], ['files', 'a', '.env', 'd.txt'], ['files', cwd]])
      await expectScan(args, { found }, { cwd });
  });

  it('reads what git ignores, and not the git directory', async () => {
    const repository = new TestRepository();
    repository.write('.gitignore', '.env\n');
    repository.write('.env', `TOKEN=${SECRET}\n`);
    repository.write('.git/note', line(OTHER));
    const report = await expectScan(
      ['files'],
      { found: [{ secret: SECRET, path: '.env' }] },
      { cwd: repository.dir, secrets: [OTHER] },
    );
    expect(report).toMatchObject({ summary: { skipped: { 'git directory (use: leakgate history)': 1 } } });
  });

  it.each([
    { name: 'a glob', operand: 'src/**/*.ts' },
    { name: 'a glob for hidden files', operand: '**/{.hidden,a}.ts' },
    { name: 'a name that looks like a glob but is there', operand: '[a].ts' },
  ])('takes $name', async ({ operand }) => {
    const cwd = folder({
      'src/a.ts': line(SECRET),
      'src/.hidden.ts': line(SECRET),
      '[a].ts': line(SECRET),
      'src/b.txt': line(OTHER),
    });
    await expectScan(['files', operand], { found: [{ secret: SECRET }] }, { cwd, secrets: [OTHER] });
  });

  it('follows no link below a folder, but one that is named', async () => {
    const outside = folder({ 'secret.txt': line(SECRET) });
    const cwd = folder({ 'a.txt': 'a\n' });
    symlinkSync(join(outside, 'secret.txt'), join(cwd, 'link.txt'));
    symlinkSync(outside, join(cwd, 'folder'));
    symlinkSync('.', join(cwd, 'loop'));
    const report = await expectScan(['files'], { found: [] }, { cwd });
    expect(report).toMatchObject({ summary: { skipped: { 'symbolic link': 3 } } });
    await expectScan(['files', 'link.txt'], { found: [{ secret: SECRET, path: 'link.txt' }] }, { cwd });
  });

  it('does not wait for a FIFO', async () => {
    const cwd = folder({ 'a.txt': line(SECRET) });
    execFileSync('mkfifo', [join(cwd, 'fifo')]);
    const report = await expectScan(['files'], { found: [{ secret: SECRET }] }, { cwd });
    expect(report).toMatchObject({ summary: { skipped: { 'no regular file': 1 } } });
    await expectScan(['files', 'fifo'], { found: [], gaps: ['file-unreadable'] }, { cwd });
  });

  it.skipIf(process.getuid?.() === 0)('names what it may not read, and scans the rest', async () => {
    const cwd = folder({ 'a.txt': line(SECRET), 'closed.txt': 'x\n', 'closed/x.txt': 'x\n' });
    chmodSync(join(cwd, 'closed.txt'), 0);
    chmodSync(join(cwd, 'closed'), 0);
    const report = await expectScan(['files'], { found: [{ secret: SECRET }], gaps: ['file-unreadable'] }, { cwd });
    expect(report.gaps.map(gap => gap.what).sort()).toEqual(['closed', 'closed.txt']);
    chmodSync(join(cwd, 'closed'), 0o755);
  });

  it('keeps apart two names that differ only in bytes that are no UTF-8', async () => {
    const cwd = folder({ 'a.txt': 'a\n' });
    for (const byte of [0xfe, 0xff])
      writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([byte])]), line(SECRET));
    const { report } = await leakgateJson(['files'], { cwd, secrets: [SECRET] });
    expect(report.findings[0]?.occurrences.map(({ uri }) => uri).sort()).toEqual(['%FE', '%FF']);
  });

  it('finds a secret across the seams of a large file, at its place, once', async () => {
    const filler = 'x'.repeat(1023);
    const content = `${`${filler}\n`.repeat(20 * 1024)}${line(SECRET)}${`${filler}\n`.repeat(100)}`;
    const cwd = folder({ 'big.txt': content });
    const report = await expectScan(
      ['files', 'big.txt'],
      { found: [{ secret: SECRET, path: 'big.txt', line: 20 * 1024 + 1, column: 8 }] },
      { cwd },
    );
    expect(report.findings[0]?.occurrences).toHaveLength(1);
  });

  it('shows a path whole although a default password is a word in it', async () => {
    const cwd = folder({ 'config/secrets.txt': line(SECRET), 'docker-compose.yml': 'DB_PASSWORD: secret\n' });
    const { report } = await leakgateJson(['files'], { cwd, secrets: [SECRET] });
    const places = report.findings.map(({ ruleId, occurrences }) => [ruleId, occurrences[0]?.path]);
    expect(places).toContainEqual(['generic-weak-password', 'docker-compose.yml']);
    expect(places).toContainEqual(['github-pat-classic', 'config/secrets.txt']);
  });

  it('says in words where the secret is and what to do', async () => {
    const { code, stdout } = await leakgate(['files', 'a.txt'], {
      cwd: folder({ 'a.txt': line(SECRET) }),
      secrets: [SECRET],
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}where +a\.txt:1:8$/m);
    expect(stdout).toContain('Rotate first');
  });
});
