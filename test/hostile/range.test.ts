// Ranges as CI passes them: arguments that attack, bases that are gone, and settings that the range itself changes.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/findings/fingerprint.js';
import { Secret } from '../../src/secret.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';
import { looseFile, store, storeCommit, storeTree } from './plumbing.js';

const SECRET = token(100);
const LINE = `const key = '${SECRET}';\n`;
const ZERO = '0'.repeat(40);
const NAME = fingerprint('github-pat-classic', new Secret(SECRET));

function planted(files: Record<string, string> = { 'a.ts': LINE }): { repository: TestRepository; base: string } {
  const repository = new TestRepository();
  const base = repository.commit({ 'b.txt': 'b\n' });
  repository.commit(files);
  return { repository, base };
}

describe('an argument that is no range is refused with exit 2', () => {
  it.each([
    { name: 'nothing', range: '' },
    { name: 'one commit', range: 'HEAD' },
    { name: 'a branch that is not there', range: 'gone..HEAD' },
    { name: 'an id that is not there', range: `${'a'.repeat(40)}..HEAD` },
    { name: 'an option of git', range: '--output=mark..HEAD' },
    { name: 'an option of git at the other end', range: 'HEAD~1..--output=mark' },
    { name: 'an option that runs a program', range: '--upload-pack=touch mark..HEAD' },
    { name: 'a command of the shell', range: '$(touch mark)..HEAD' },
    { name: 'a command behind a semicolon', range: 'HEAD~1..HEAD; touch mark' },
    { name: 'two ranges', range: 'HEAD~1..HEAD~1..HEAD' },
    { name: 'a line of its own', range: 'HEAD~1..HEAD\n--all' },
    { name: 'an exclusion', range: 'HEAD~1..^HEAD' },
    { name: 'a path', range: 'HEAD~1..HEAD -- b.txt' },
    { name: 'a blob', range: 'HEAD~1..HEAD:a.ts' },
    { name: 'zeros at the end', range: `HEAD~1..${ZERO}` },
  ])('$name', async ({ range }) => {
    const { repository } = planted();
    const before = readdirSync(repository.dir);
    const { code, stdout, stderr } = await leakgate(['history', '.', `--range=${range}`], {
      cwd: repository.dir,
      secrets: [SECRET],
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^leakgate: --range /);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(repository.dir)).toEqual(before);
    expect(existsSync(join(repository.dir, '.git', 'mark'))).toBe(false);
  });

  it('a range that names no commit says that it looked at nothing', async () => {
    const { repository } = planted();
    await expectScan(['history', repository.dir, '--range', 'HEAD..HEAD'], { found: [], gaps: ['nothing-scanned'] });
    await expectScan(['history', repository.dir, '--range', 'HEAD..HEAD~1'], { found: [], gaps: ['nothing-scanned'] });
    await expectScan(['history', repository.dir, '--since', '2100-01-01'], { found: [], gaps: ['nothing-scanned'] });
  });
});

describe('names that git could misread', () => {
  it.each(['refs/heads/-x', 'refs/heads/HEAD', 'refs/heads/main', 'refs/tags/main', `refs/heads/${'a'.repeat(40)}`])(
    'a ref named %s does not change what a range means',
    async name => {
      const { repository, base } = planted();
      repository.write(
        join('.git', name),
        `${name === 'refs/heads/main' ? repository.git('rev-parse', 'HEAD') : base}\n`,
      );
      const found = [{ secret: SECRET, path: 'a.ts', line: 1 }];
      const tip = repository.git('rev-parse', 'refs/heads/main');
      await expectScan(['history', repository.dir, '--range', `${base}..${tip}`], { found });
      await expectScan(['history', repository.dir, '--range', `${base}..refs/heads/main`], { found });
    },
  );

  it('zeros as the base, as CI has them for a new branch, take in everything', async () => {
    const { repository } = planted();
    await expectScan(['history', repository.dir, '--range', `${ZERO}..HEAD`], {
      found: [{ secret: SECRET, path: 'a.ts', line: 1 }],
    });
  });

  it('an annotated tag stands for its commit', async () => {
    const { repository, base } = planted();
    repository.git('tag', '-a', '-m', 'x', 'v1', base);
    await expectScan(['history', repository.dir, '--range', 'v1..HEAD'], {
      found: [{ secret: SECRET, path: 'a.ts', line: 1 }],
    });
  });
});

describe('what a range changes does not silence it', () => {
  it.each<{ name: string; files: Record<string, string> }>([
    { name: 'a config that allows the path', files: { '.leakgate.json': '{"allow":{"paths":["**"]}}' } },
    {
      name: 'a config that disables the rule',
      files: { '.leakgate.json': '{"rules":{"disable":["github-pat-classic"]}}' },
    },
    { name: 'a config that is broken', files: { '.leakgate.json': '{' } },
    {
      name: 'a config that names another ignore file',
      files: { '.leakgate.json': '{"ignoreFile":"x"}', x: `${NAME} trust me\n` },
    },
    { name: 'an ignore file', files: { '.leakgateignore': `${NAME} trust me\n` } },
    {
      name: 'configs of other tools',
      files: { '.gitleaks.toml': '', '.gitleaksignore': 'a.ts', '.secretlintrc.js': 'process.exit(0)' },
    },
  ])('$name', async ({ files }) => {
    const { repository, base } = planted({ 'a.ts': LINE, ...files });
    const found = [{ secret: SECRET, path: 'a.ts', line: 1 }];
    const report = await expectScan(['history', repository.dir, '--range', `${base}..HEAD`], { found });
    const ours = Object.keys(files).filter(name => name === '.leakgate.json' || name === '.leakgateignore');
    expect(report.findings[0]?.suppression).toBeNull();
    expect(report.notices.filter(notice => notice.kind === 'config-changed')).toHaveLength(ours.length);
  });

  it('a suppression from before the range counts, and is reported', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ '.leakgateignore': `${NAME} revoked last year\n` });
    repository.commit({ 'a.ts': LINE });
    const { code, stdout } = await leakgate(
      ['history', repository.dir, '--range', `${base}..HEAD`, '--format', 'json'],
      { secrets: [SECRET] },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).findings[0].suppression).toMatchObject({ kind: 'ignore-file' });
  });

  it('an inline marker is counted, and refused by --strict', async () => {
    const { repository, base } = planted({ 'a.ts': `const key = '${SECRET}'; // leakgate:allow it is fine\n` });
    const range = ['history', repository.dir, '--range', `${base}..HEAD`];
    expect((await leakgate(range, { secrets: [SECRET] })).code).toBe(0);
    await expectScan([...range, '--strict'], { found: [{ secret: SECRET, path: 'a.ts', line: 1 }] });
  });
});

describe('a config is data', () => {
  it.each([
    { name: 'a key __proto__', text: '{"__proto__":{"rules":{"disable":["github-pat-classic"]}}}' },
    { name: 'a key that it does not know', text: '{"extends":"https://evil.example/config.json"}' },
    { name: 'a list', text: '[]' },
    { name: 'nothing', text: '' },
    { name: '200,000 brackets', text: '['.repeat(200_000) },
  ])('$name is refused with exit 2, never ignored', async ({ text }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': LINE, '.leakgate.json': text });
    const { code, stdout, stderr } = await leakgate(['history', repository.dir], { secrets: [SECRET] });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^leakgate: \.leakgate\.json/);
  });

  it('a folder in place of the config is refused', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': LINE, '.leakgate.json/x': 'x' });
    expect((await leakgate(['history', repository.dir])).code).toBe(2);
  });
});

describe('a range with something that cannot be read', () => {
  it('names a missing blob and reports the rest', async () => {
    const { repository, base } = planted({ 'a.ts': LINE, 'lost.txt': 'lost\n' });
    rmSync(looseFile(repository, repository.git('rev-parse', 'HEAD:lost.txt')));
    const report = await expectScan(['history', repository.dir, '--range', `${base}..HEAD`], {
      found: [{ secret: SECRET, path: 'a.ts' }],
      gaps: ['object-missing'],
    });
    expect(report.gaps[0]?.what).toContain('lost.txt');
  });

  it('names a commit whose tree is missing and reports the commits around it', async () => {
    const { repository, base } = planted();
    const tree = storeTree(repository, [{ name: 'x.txt', oid: store(repository, 'blob', 'x\n') }]);
    const lost = storeCommit(repository, { tree, parents: [repository.git('rev-parse', 'HEAD')] });
    const after = storeTree(repository, [{ name: 'y.ts', oid: store(repository, 'blob', `${token(101)}\n`) }]);
    repository.git('update-ref', 'refs/heads/main', storeCommit(repository, { tree: after, parents: [base, lost] }));
    rmSync(looseFile(repository, tree));
    const { code, stdout } = await leakgate(
      ['history', repository.dir, '--range', `${base}..main`, '--format', 'json'],
      { secrets: [SECRET] },
    );
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(report.findings.map((finding: { fingerprint: string }) => finding.fingerprint)).toContain(NAME);
    expect(JSON.stringify(report.gaps)).toContain(lost);
  });

  it('reports what it found although the tree of the last commit is missing', async () => {
    const { repository, base } = planted();
    const tree = storeTree(repository, [{ name: 'x.txt', oid: store(repository, 'blob', 'x\n') }]);
    repository.git(
      'update-ref',
      'refs/heads/main',
      storeCommit(repository, { tree, parents: [repository.git('rev-parse', 'HEAD')] }),
    );
    rmSync(looseFile(repository, tree));
    await expectScan(['history', repository.dir, '--range', `${base}..main`], {
      found: [{ secret: SECRET, path: 'a.ts' }],
      gaps: ['commit-unreadable'],
    });
  });

  it('is exit 2 outside a repository', async () => {
    expect((await leakgate(['history', temporaryFolder(), '--range', 'a..b'])).code).toBe(2);
  });
});
