// `leakgate staged` looks at the index, as git will commit it: never at the work tree, never at what is already committed.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { expectScan, token } from '../hostile/expect-scan.js';

const SECRET = token(161);
const OTHER = token(162);
const LINE = `key = '${SECRET}'\n`;

function stage(repository: TestRepository, path: string, content: string | Buffer): void {
  repository.write(path, content);
  repository.git('add', '--force', path);
}

describe('the index decides', () => {
  it('a secret in the index is found, although the work tree has it no more', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    stage(repository, 'b.txt', LINE);
    repository.write('b.txt', 'clean\n');
    await expectScan(
      ['staged'],
      { found: [{ secret: SECRET, path: 'b.txt', line: 1, column: 8 }] },
      { cwd: repository.dir },
    );
    rmSync(join(repository.dir, 'b.txt'));
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'b.txt' }] }, { cwd: repository.dir });
  });

  it('a secret in the work tree that is not staged is not looked at', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.write('a.txt', LINE);
    repository.write('new.txt', LINE);
    stage(repository, 'b.txt', 'clean\n');
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
  });

  it('a file that is ignored but staged by force is found', async () => {
    const repository = new TestRepository();
    stage(repository, '.gitignore', 'local.cfg\n');
    stage(repository, 'local.cfg', `GITHUB_TOKEN=${SECRET}\n`);
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'local.cfg' }] }, { cwd: repository.dir });
  });

  it('everything is new before the first commit', async () => {
    const repository = new TestRepository();
    stage(repository, 'deep/er/a.txt', `\n\n  ${SECRET}\n`);
    const found = [{ secret: SECRET, path: 'deep/er/a.txt', line: 3, column: 3 }];
    await expectScan(['staged'], { found }, { cwd: repository.dir });
  });

  it('an intent to add has nothing to commit yet', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.write('b.txt', LINE);
    repository.git('add', '--intent-to-add', 'b.txt');
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
  });

  it('the index itself is left as it is, byte by byte', async () => {
    const repository = new TestRepository();
    stage(repository, 'b.txt', LINE);
    const index = join(repository.dir, '.git', 'index');
    const before = readFileSync(index);
    await leakgate(['staged'], { cwd: repository.dir, secrets: [SECRET] });
    expect(readFileSync(index).equals(before)).toBe(true);
  });
});

describe('only what the commit adds', () => {
  it('a secret that HEAD already has on that line is not reported again; a new one beside it is', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': LINE });
    stage(repository, 'a.txt', `first\n${LINE}last\n`);
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
    stage(repository, 'a.txt', `${LINE}other = '${OTHER}'\n`);
    await expectScan(['staged'], { found: [{ secret: OTHER, line: 2 }] }, { cwd: repository.dir, secrets: [SECRET] });
  });

  it('a secret that is copied to another file or to a second line is reported', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': LINE });
    stage(repository, 'copy.txt', LINE);
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'copy.txt' }] }, { cwd: repository.dir });
    repository.git('reset', '-q', '--hard');
    stage(repository, 'a.txt', LINE + LINE);
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'a.txt', line: 2 }] }, { cwd: repository.dir });
  });

  it('other line ends alone are no new secret', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': `one\n${LINE}` });
    stage(repository, 'a.txt', `one\r\n${LINE.replace('\n', '\r\n')}`);
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
  });

  it('a secret that is completed in place is reported', async () => {
    const repository = new TestRepository();
    const half = SECRET.slice(0, 12);
    repository.commit({ 'a.txt': `key = '${half}'\n` });
    stage(repository, 'a.txt', LINE);
    await expectScan(['staged'], { found: [{ secret: SECRET, line: 1 }] }, { cwd: repository.dir });
  });
});

describe('merges', () => {
  function conflict(): TestRepository {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'base\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'a.txt': 'side\n', 'side.txt': `side = '${OTHER}'\n` });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.txt': 'main\n' });
    expect(() => repository.git('merge', '-q', 'side')).toThrow();
    return repository;
  }

  it('a secret that only the resolution of a conflict has is found; what the other branch brings is not', async () => {
    const repository = conflict();
    stage(repository, 'a.txt', `main\n${LINE}side\n`);
    const report = await expectScan(
      ['staged'],
      { found: [{ secret: SECRET, path: 'a.txt', line: 2 }] },
      { cwd: repository.dir, secrets: [OTHER] },
    );
    expect(report.notices.map(notice => notice.kind)).toEqual(['merge']);
  });

  it('a conflict that is not resolved yet does not stop the scan', async () => {
    const repository = conflict();
    stage(repository, 'new.txt', LINE);
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'new.txt' }] }, { cwd: repository.dir });
  });

  it('a secret in one side of an unresolved conflict is found', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'base\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'a.txt': LINE });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.txt': 'main\n' });
    expect(() => repository.git('merge', '-q', 'side')).toThrow();
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'a.txt' }] }, { cwd: repository.dir });
  });
});

describe('where the hook is started', () => {
  it('in a subfolder it sees the whole commit, with paths from the root', async () => {
    const repository = new TestRepository();
    stage(repository, 'top.txt', LINE);
    stage(repository, 'sub/a.txt', 'a\n');
    await expectScan(
      ['staged'],
      { found: [{ secret: SECRET, path: 'top.txt' }] },
      { cwd: join(repository.dir, 'sub') },
    );
  });

  it('in a linked work tree it reads the index of that tree', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    const tree = join(temporaryFolder(), 'tree');
    repository.git('worktree', 'add', '-q', tree, '-b', 'other');
    stage(repository, 'main.txt', `other = '${OTHER}'\n`);
    writeFileSync(join(tree, 'tree.txt'), LINE);
    repository.gitWith({ cwd: tree }, 'add', 'tree.txt');
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'tree.txt' }] }, { cwd: tree, secrets: [OTHER] });
    await expectScan(['staged'], { found: [{ secret: OTHER, path: 'main.txt' }] }, { cwd: repository.dir });
  });

  it('it reads the index that GIT_INDEX_FILE names, also when that is relative', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.write('b.txt', LINE);
    const index = join(repository.dir, '.git', 'next-index');
    repository.gitWith({ env: { GIT_INDEX_FILE: index } }, 'add', 'b.txt');
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
    for (const name of [index, '.git/next-index']) {
      const options = { cwd: repository.dir, env: { GIT_INDEX_FILE: name } };
      await expectScan(['staged'], { found: [{ secret: SECRET, path: 'b.txt' }] }, options);
    }
  });

  it('it obeys the GIT_DIR of the hook', async () => {
    const repository = new TestRepository();
    stage(repository, 'a.txt', LINE);
    const options = {
      cwd: temporaryFolder(),
      env: { GIT_DIR: join(repository.dir, '.git'), GIT_WORK_TREE: repository.dir },
    };
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'a.txt' }] }, options);
  });

  it('inside a submodule it is the commit of the submodule', async () => {
    const library = new TestRepository();
    library.commit({ 'lib.txt': 'lib\n' });
    const repository = new TestRepository();
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.dir, 'lib');
    const { report } = await leakgateJson(['staged'], { cwd: repository.dir });
    expect(report).toMatchObject({ findings: [], summary: { skipped: { submodule: 1 } } });
    writeFileSync(join(repository.dir, 'lib', 'new.txt'), LINE);
    repository.gitWith({ cwd: join(repository.dir, 'lib') }, 'add', 'new.txt');
    await expectScan(
      ['staged'],
      { found: [{ secret: SECRET, path: 'new.txt' }] },
      { cwd: join(repository.dir, 'lib') },
    );
  });
});

describe('names', () => {
  it.each([
    { name: 'a newline', path: 'a\nb.txt' },
    { name: 'a tab', path: 'a\tb.txt' },
    { name: 'quotes and a backslash', path: 'a"b\\c\'.txt' },
    { name: 'spaces at both ends', path: ' a .txt ' },
    { name: 'a dash in front', path: '--output' },
    { name: 'letters beyond ASCII', path: 'schlüssel/ключ/鍵.txt' },
    { name: 'a look of a revision', path: 'HEAD:a@{1}..b' },
    { name: 'a look of a pattern', path: ':(exclude)*[a-z]?.txt' },
  ])('with $name are read and reported', async ({ path }) => {
    const repository = new TestRepository();
    repository.write(path, LINE);
    repository.git('add', '-A');
    await expectScan(
      ['staged'],
      { found: [{ secret: SECRET, uri: path.split('/').map(encodeName).join('/') }] },
      { cwd: repository.dir },
    );
  });

  it('of a folder called .git in a subfolder of the disk change nothing', async () => {
    const repository = new TestRepository();
    mkdirSync(join(repository.dir, 'sub', '.git'), { recursive: true });
    repository.write('sub/.git/HEAD', 'broken\n');
    stage(repository, 'a.txt', LINE);
    await expectScan(['staged'], { found: [{ secret: SECRET, path: 'a.txt' }] }, { cwd: repository.dir });
  });
});

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
