// `--range A..B` and `--since DATE`: exactly what those commits add, whatever shape their history has.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { expectScan, token } from '../hostile/expect-scan.js';

const [OLD, NEW, MESSAGE] = [token(201), token(202), token(203)];
const secrets = [OLD, NEW, MESSAGE];
const line = (secret: string) => `key = '${secret}'\n`;

describe('--range', () => {
  it('reports what its commits add, with the commit, and nothing that was there before', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': line(OLD) });
    const commit = repository.commit({ 'a.ts': line(OLD) + line(NEW) });
    const message = repository.commit({}, `deploy with ${MESSAGE}`);
    const found = [
      { secret: NEW, path: 'a.ts', line: 2, commit },
      { secret: MESSAGE, path: null, kind: 'commit' as const, commit: message },
    ];
    await expectScan(['history', '--range', `${base}..HEAD`], { found }, { cwd: repository.dir, secrets });
    await expectScan(
      ['history', '--range', `${base}..${commit}`],
      { found: found.slice(0, 1) },
      { cwd: repository.dir, secrets },
    );
  });

  it.each([
    { name: 'branches', range: 'main..feature' },
    { name: 'an end left out', range: 'main..' },
    { name: 'three dots', range: 'main...feature' },
    { name: 'a tag and HEAD', range: 'v1..HEAD' },
    { name: 'a parent of HEAD', range: 'HEAD~1..HEAD' },
    { name: 'full names', range: 'refs/heads/main..refs/heads/feature' },
  ])('takes $name', async ({ range }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(OLD) });
    repository.git('tag', 'v1');
    repository.git('checkout', '-q', '-b', 'feature');
    const commit = repository.commit({ 'b.ts': line(NEW) });
    const found = [{ secret: NEW, path: 'b.ts', commit }];
    await expectScan(['history', '--range', range], { found }, { cwd: repository.dir, secrets });
  });

  it('takes a base of zeros, as CI gives it for a new branch, as "everything"', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(OLD) });
    repository.commit({ 'b.ts': line(NEW) });
    const found = [{ secret: OLD }, { secret: NEW }];
    await expectScan(['history', '--range', `${'0'.repeat(40)}..HEAD`], { found }, { cwd: repository.dir });
  });

  it('reports a secret that the range adds and takes out again', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': 'a\n' });
    const commit = repository.commit({ 'a.ts': line(NEW) });
    const removed = repository.commit({ 'a.ts': 'a\n' });
    const report = await expectScan(
      ['history', '--range', `${base}..HEAD`],
      { found: [{ secret: NEW, commit }] },
      { cwd: repository.dir },
    );
    expect(report.findings[0]?.life).toMatchObject({
      introduced: { oid: commit },
      removed: { oid: removed },
      atHead: false,
    });
  });

  it('reports what a merge in the range brings from a side branch', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': 'a\n' });
    repository.git('checkout', '-q', '-b', 'side');
    const commit = repository.commit({ 'side.ts': line(NEW) });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'b.ts': 'b\n' });
    repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
    await expectScan(
      ['history', '--range', `${base}..HEAD`],
      { found: [{ secret: NEW, path: 'side.ts', commit }] },
      { cwd: repository.dir },
    );
  });

  it('in a shallow clone that does not reach the base is refused, and says what to do', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': 'a\n' });
    repository.commit({ 'b.ts': line(NEW) });
    repository.commit({ 'c.ts': 'c\n' });
    const clone = join(temporaryFolder(), 'clone');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.dir}`, clone);
    const { code, stderr } = await leakgate(['history', '--range', `${base}..HEAD`], { cwd: clone, secrets });
    expect(code).toBe(2);
    expect(stderr).toContain('(this clone is shallow; in CI set fetch-depth: 0)');
    const all = await leakgateJson(['history'], { cwd: clone, secrets });
    expect(all.code).toBe(2);
    expect(all.report.gaps.map(gap => gap.kind)).toContain('shallow');
  });

  it('works in a bare repository and from a subfolder', async () => {
    const repository = new TestRepository();
    repository.commit({ 'sub/a.ts': 'a\n' });
    const commit = repository.commit({ 'sub/b.ts': line(NEW) });
    const found = [{ secret: NEW, path: 'sub/b.ts', commit }];
    await expectScan(['history', '--range', 'HEAD~1..HEAD'], { found }, { cwd: join(repository.dir, 'sub') });
    const bare = join(temporaryFolder(), 'bare.git');
    repository.git('clone', '-q', '--bare', repository.dir, bare);
    await expectScan(['history', bare, '--range', 'main~1..main'], { found });
  });
});

describe('--since', () => {
  // The clock of the test repository starts on 2024-01-01 and moves a minute with each call of git.
  it('reports what commits since that moment add, on every branch', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(OLD) });
    repository.git('checkout', '-q', '-b', 'side');
    const at = (date: string) => ({ env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
    repository.write('b.ts', line(NEW));
    repository.git('add', '-A');
    repository.gitWith(at('2025-06-01T12:00:00Z'), 'commit', '-q', '-m', 'new');
    const commit = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-q', 'main');
    const found = [{ secret: NEW, path: 'b.ts', commit }];
    for (const date of ['2025-01-01', '2025-06-01', '2025-06-01T12:00:00Z', '2025-06-01T14:00:00+02:00']) {
      await expectScan(['history', '--since', date], { found }, { cwd: repository.dir, secrets });
    }
    await expectScan(
      ['history', '--since', '2023-12-31'],
      { found: [{ secret: OLD }, ...found] },
      { cwd: repository.dir },
    );
    await expectScan(
      ['history', '--since', '2025-06-01T12:00:01Z'],
      { found: [], gaps: ['nothing-scanned'] },
      { cwd: repository.dir },
    );
  });

  it('is not stopped by an older commit on top of newer ones', async () => {
    const repository = new TestRepository();
    const at = (date: string) => ({ env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
    repository.write('a.ts', line(NEW));
    repository.git('add', '-A');
    repository.gitWith(at('2025-06-01T12:00:00Z'), 'commit', '-q', '-m', 'new');
    repository.gitWith(at('2001-01-01T12:00:00Z'), 'commit', '-q', '--allow-empty', '-m', 'old on top');
    await expectScan(
      ['history', '--since', '2025-01-01'],
      { found: [{ secret: NEW, path: 'a.ts' }] },
      { cwd: repository.dir },
    );
  });
});
