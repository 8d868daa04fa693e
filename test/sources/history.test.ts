// `leakgate history`: every place of one repository in one scan, and the life of a secret from its first commit to its last.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/findings/fingerprint.js';
import { Secret } from '../../src/secret.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson, type Report, type ReportFinding } from '../helpers/run.js';
import { expectScan, type Planted, token } from '../hostile/expect-scan.js';
import { store, storeCommit, storeTree } from '../hostile/plumbing.js';
import { checkSarif } from '../report/validate-sarif.js';

const line = (secret: string) => `key = '${secret}'\n`;

/** Plants one secret in every kind of place that a history has. */
function plantEverywhere(repository: TestRepository): Planted[] {
  const secrets = Array.from({ length: 12 }, (_, n) => token(170 + n));
  const secret = (n: number) => secrets[n] ?? '';
  const planted: Planted[] = [];
  const add = (n: number, where: Omit<Planted, 'secret'>) => planted.push({ secret: secret(n), ...where });

  add(0, { path: 'src/a.ts', commit: repository.commit({ 'src/a.ts': line(secret(0)) }), line: 1, column: 8 });
  repository.commit({ 'src/a.ts': 'gone\n', '.gitattributes': '*.key -diff\nsecret.bin binary\n' });
  add(1, { path: 'a.key', commit: repository.commit({ 'a.key': line(secret(1)) }) });
  add(2, { path: 'secret.bin', commit: repository.commit({ 'secret.bin': line(secret(2)) }) });
  add(3, {
    path: 'wide.txt',
    commit: repository.commit({ 'wide.txt': Buffer.from(`\uFEFFone\n${line(secret(3))}`, 'utf16le') }),
    line: 2,
    column: 8,
  });
  add(4, { path: null, kind: 'commit', commit: repository.commit({}, `deploy with ${secret(4)}`) });
  repository.git('tag', '-a', '-m', `released with ${secret(5)}`, 'v1');
  add(5, { path: null, kind: 'tag' });

  const amended = repository.commit({ 'b.ts': line(secret(6)) });
  add(6, { path: 'b.ts', commit: amended });
  repository.write('b.ts', 'clean\n');
  repository.git('commit', '-q', '-a', '--amend', '--no-edit');

  repository.write('b.ts', line(secret(7)));
  repository.git('stash', '-q');
  add(7, { path: 'b.ts', commit: repository.git('rev-parse', 'stash@{0}') });
  repository.write('b.ts', line(secret(8)));
  repository.git('stash', '-q');
  add(8, { path: 'b.ts', commit: repository.git('rev-parse', 'stash@{0}') });

  repository.git('checkout', '-q', '-b', 'side');
  repository.commit({ 'side.txt': 'side\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'main.txt': 'main\n' });
  repository.git('merge', '-q', '--no-ff', '--no-commit', 'side');
  add(9, { path: 'side.txt', commit: repository.commit({ 'side.txt': `side\n${line(secret(9))}` }, 'merge'), line: 2 });

  repository.git('notes', 'add', '-m', `note ${secret(10)}`, 'HEAD');
  add(10, { commit: repository.git('rev-parse', 'refs/notes/commits') });
  repository.write('staged.txt', line(secret(11)));
  repository.git('add', 'staged.txt');
  add(11, { path: 'staged.txt', line: 1 });
  return planted;
}

describe('one scan of one repository finds every secret, wherever it stands', () => {
  it('loose, packed, packed again, and as SARIF that the standard accepts', async () => {
    const repository = new TestRepository();
    const found = plantEverywhere(repository);
    const secrets = found.map(planted => planted.secret);
    const loose = await expectScan(['history', repository.dir], { found });
    repository.git('repack', '-q', '-a', '-d', '-f', '--depth=50', '--keep-unreachable');
    expect(withoutTimes(await expectScan(['history'], { found }, { cwd: repository.dir }))).toEqual(
      withoutTimes(loose),
    );

    const { code, stdout } = await leakgate(['history', repository.dir, '--format', 'sarif'], { secrets });
    const { log, problems } = checkSarif(stdout);
    expect({ code, problems }).toEqual({ code: 1, problems: [] });
    const names = log.runs.flatMap(run => run.results.map(result => result.partialFingerprints['leakgateSecret/v1']));
    expect(names.sort()).toEqual(loose.findings.map(finding => finding.fingerprint).sort());
  });

  it('--refs-only leaves out what no ref reaches: the amended commit, the older stash, what is only staged', async () => {
    const repository = new TestRepository();
    const planted = plantEverywhere(repository);
    const found = planted.filter((_, n) => ![6, 7, 11].includes(n));
    await expectScan(
      ['history', repository.dir, '--refs-only'],
      { found },
      { secrets: planted.map(({ secret }) => secret) },
    );
  });

  it('a clone has what its refs reach, a bare repository is scanned like any other', async () => {
    const repository = new TestRepository();
    const planted = plantEverywhere(repository);
    const clone = join(temporaryFolder(), 'clone.git');
    repository.git('clone', '-q', '--mirror', '--no-local', repository.dir, clone);
    const found = planted.filter((_, n) => ![6, 7, 11].includes(n));
    await expectScan(['history', clone], { found }, { secrets: planted.map(({ secret }) => secret) });
  });
});

// Where the objects lie and when the scan ran is no part of the result.
function withoutTimes(report: Report): object {
  return { ...report, startedAt: '', finishedAt: '' };
}

describe('odd names', () => {
  it.each([
    { name: 'a newline', bytes: Buffer.from('a\nb.ts'), uri: 'a%0Ab.ts' },
    { name: 'a tab', bytes: Buffer.from('a\tb.ts'), uri: 'a%09b.ts' },
    { name: 'a double quote and a backslash', bytes: Buffer.from('a"\\b.ts'), uri: 'a%22%5Cb.ts' },
    { name: 'invalid UTF-8', bytes: Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x74, 0x73]), uri: 'a%FF%FE.ts' },
    { name: 'an escape sequence', bytes: Buffer.from('\x1b[31mred.ts'), uri: '%1B%5B31mred.ts' },
    { name: 'a direction mark', bytes: Buffer.from('a\u202Ets.b'), uri: 'a%E2%80%AEts.b' },
  ])('with $name are reported byte by byte, and print nothing dangerous', async ({ bytes, uri }) => {
    const secret = token(190);
    const repository = new TestRepository();
    const tree = storeTree(repository, [{ name: bytes, oid: store(repository, 'blob', line(secret)) }]);
    const commit = storeCommit(repository, { tree });
    repository.git('update-ref', 'refs/heads/main', commit);
    await expectScan(['history', repository.dir], { found: [{ secret, uri, commit }] });
    const { stdout } = await leakgate(['history', repository.dir], { secrets: [secret] });
    expect(stdout).toMatch(/^ {2}where +\S.*:1:8$/m);
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\ufffd]/);
  });
});

describe('the life of a secret', () => {
  const [SECRET, OTHER] = [token(191), token(192)];
  const findingOf = (report: Report, secret: string): ReportFinding | undefined =>
    report.findings.find(finding => finding.fingerprint === fingerprint('github-pat-classic', new Secret(secret)));

  it('names the commits that brought it in and took it out, and where it stood in between', async () => {
    const repository = new TestRepository();
    repository.commit({ 'README.md': 'hello\n' });
    const introduced = repository.commit({ 'a.ts': line(SECRET) });
    const copied = repository.commit({ 'copy.ts': `copy\n${line(SECRET)}` });
    repository.commit({ 'a.ts': 'clean\n' });
    const removed = repository.commit({ 'copy.ts': 'clean\n' });
    repository.commit({ 'README.md': 'bye\n' });
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    const finding = findingOf(report, SECRET);
    expect(finding?.life).toMatchObject({
      introduced: { oid: introduced },
      removed: { oid: removed },
      atHead: false,
      reachable: true,
    });
    expect(finding?.occurrences.map(({ path, commit }) => [path, commit?.oid])).toEqual([
      ['a.ts', introduced],
      ['copy.ts', copied],
    ]);
  });

  it('is not over while one path at HEAD still has it', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(SECRET), 'b.ts': line(SECRET) });
    repository.commit({ 'a.ts': 'clean\n' });
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    const finding = findingOf(report, SECRET);
    expect(finding?.life).toMatchObject({ atHead: true, removed: null });
    expect(finding?.occurrences.map(({ path, atHead }) => [path, atHead])).toEqual([
      ['b.ts', true],
      ['a.ts', false],
    ]);
  });

  it('is over with its last removal, when it came back in between', async () => {
    const repository = new TestRepository();
    const first = repository.commit({ 'a.ts': line(SECRET) });
    repository.commit({ 'a.ts': 'clean\n' });
    repository.commit({ 'a.ts': `again\n${line(SECRET)}` });
    const last = repository.commit({ 'a.ts': 'clean again\n' });
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    expect(findingOf(report, SECRET)?.life).toMatchObject({
      introduced: { oid: first },
      removed: { oid: last },
      atHead: false,
    });
  });

  it('follows a file that is renamed', async () => {
    const repository = new TestRepository();
    const introduced = repository.commit({ 'old.ts': line(SECRET) });
    repository.git('mv', 'old.ts', 'new.ts');
    repository.commit({});
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    const finding = findingOf(report, SECRET);
    expect(finding?.life).toMatchObject({ introduced: { oid: introduced }, atHead: true, removed: null });
    expect(finding?.occurrences[0]).toMatchObject({ path: 'new.ts', atHead: true });
  });

  it('knows what has been pushed from remote-tracking branches, and says so', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(SECRET) });
    const remote = join(temporaryFolder(), 'remote.git');
    repository.git('clone', '-q', '--bare', repository.dir, remote);
    repository.git('remote', 'add', 'origin', remote);
    repository.git('fetch', '-q', 'origin');
    repository.commit({ 'b.ts': line(OTHER) });
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET, OTHER] });
    expect(findingOf(report, SECRET)?.life).toMatchObject({
      pushed: true,
      refs: ['refs/heads/main', 'refs/remotes/origin/main'],
    });
    expect(findingOf(report, OTHER)?.life).toMatchObject({ pushed: false, refs: ['refs/heads/main'] });
    const { stdout } = await leakgate(['history', repository.dir], { secrets: [SECRET, OTHER] });
    expect(stdout).toContain('pushed: revoke it now');
    expect(stdout).toContain('only local');
  });

  it('does not know what has been pushed where there is no remote', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': line(SECRET) });
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    expect(findingOf(report, SECRET)?.life).toMatchObject({ pushed: null, reachable: true });
  });

  it('of a tag message belongs to the refs that name the tag; whether a tag was pushed nobody here knows', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.ts': 'a\n' });
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('tag', '-a', '-m', `inner ${SECRET}`, 'inner');
    repository.git('-c', 'advice.nestedTag=false', 'tag', '-a', '-m', 'outer', 'outer', 'inner');
    repository.git('tag', 'blob', store(repository, 'blob', line(OTHER)));
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET, OTHER] });
    expect(findingOf(report, SECRET)?.life).toMatchObject({
      refs: ['refs/tags/inner', 'refs/tags/outer'],
      pushed: null,
      reachable: true,
    });
    expect(findingOf(report, OTHER)?.life).toMatchObject({ refs: ['refs/tags/blob'], pushed: null, reachable: true });
  });

  it('ends nowhere for a commit that nothing reaches', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': 'a\n' });
    const lost = repository.commit({ 'a.ts': line(SECRET) });
    repository.git('reset', '-q', '--hard', base);
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [SECRET] });
    expect(findingOf(report, SECRET)?.life).toMatchObject({
      introduced: { oid: lost },
      atHead: false,
      refs: [],
      reachable: false,
    });
  });
});

describe('one secret is one finding', () => {
  it('however many commits, paths and branches hold it', async () => {
    const secret = token(193);
    const repository = new TestRepository();
    for (let n = 0; n < 6; n++) repository.commit({ [`${n % 3}.ts`]: `${n}\n${line(secret)}` });
    repository.git('branch', 'other');
    const { report } = await leakgateJson(['history', repository.dir], { secrets: [secret] });
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.occurrences.map(({ path }) => path).sort()).toEqual(
      expect.arrayContaining(['0.ts', '1.ts', '2.ts']),
    );
  });

  it('and has the same fingerprint in every mode', async () => {
    const secret = token(194);
    const repository = new TestRepository();
    writeFileSync(join(repository.dir, 'a.ts'), line(secret));
    repository.git('add', '-A');
    const options = { cwd: repository.dir, secrets: [secret] };
    const runs = [
      await leakgateJson(['staged'], options),
      await leakgateJson(['files'], options),
      await leakgateJson(['stdin'], { ...options, input: line(secret) }),
    ];
    repository.git('commit', '-q', '-m', 'x');
    runs.push(
      await leakgateJson(['history'], options),
      await leakgateJson(['history', '--since', '2000-01-01'], options),
    );
    expect(new Set(runs.map(({ report }) => report.findings[0]?.fingerprint)).size).toBe(1);
  });
});
