// Secrets that stand in no file of any branch: messages, names, tags, notes, stashes, reflogs, objects that nothing reaches.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, type Planted, token } from './expect-scan.js';
import { store, storeCommit, storeTree } from './plumbing.js';

const SECRET = token(5);
const LINE = `const key = '${SECRET}';\n`;

type Case = { name: string; plant: (repository: TestRepository) => Planted; isReachable: boolean };

const CASES: Case[] = [
  {
    name: 'a commit message',
    isReachable: true,
    plant: repository => {
      const commit = repository.commit({ 'b.txt': 'b\n' }, `subject\n\nkey ${SECRET}`);
      return { secret: SECRET, path: null, kind: 'commit', commit, line: 8, column: 5 };
    },
  },
  {
    name: 'the message of an empty commit',
    isReachable: true,
    plant: repository => ({ secret: SECRET, path: null, kind: 'commit', commit: repository.commit({}, SECRET) }),
  },
  {
    name: 'the name of an author',
    isReachable: true,
    plant: repository => {
      repository.gitWith({ env: { GIT_AUTHOR_NAME: SECRET } }, 'commit', '-q', '--allow-empty', '-m', 'x');
      return { secret: SECRET, path: null, kind: 'commit', commit: repository.git('rev-parse', 'HEAD'), line: 3 };
    },
  },
  {
    name: 'a header of a commit that git does not know',
    isReachable: true,
    plant: repository => {
      const tree = storeTree(repository, []);
      const commit = storeCommit(repository, { tree, committer: `C <c@c> 1704067200 +0000\nx-note ${SECRET}` });
      repository.git('update-ref', 'refs/heads/odd', commit);
      return { secret: SECRET, path: null, kind: 'commit', commit };
    },
  },
  {
    name: 'the message of an annotated tag',
    isReachable: true,
    plant: repository => {
      repository.git('tag', '-a', '-m', `release ${SECRET}`, 'v1');
      return { secret: SECRET, path: null, kind: 'tag' };
    },
  },
  {
    name: 'a tag inside a tag whose own ref is gone',
    isReachable: true,
    plant: repository => {
      repository.git('tag', '-a', '-m', `inner ${SECRET}`, 'inner');
      repository.git('-c', 'advice.nestedTag=false', 'tag', '-a', '-m', 'outer', 'outer', 'inner');
      repository.git('tag', '-d', 'inner');
      return { secret: SECRET, path: null, kind: 'tag' };
    },
  },
  {
    name: 'a note',
    isReachable: true,
    plant: repository => {
      repository.git('notes', 'add', '-m', `note ${SECRET}`, 'HEAD');
      return { secret: SECRET, kind: 'file', commit: repository.git('rev-parse', 'refs/notes/commits') };
    },
  },
  {
    name: 'a tag of a blob',
    isReachable: true,
    plant: repository => {
      repository.git('tag', 'blob', store(repository, 'blob', LINE));
      return { secret: SECRET, path: null, kind: 'file', line: 1 };
    },
  },
  {
    name: 'a tag of a tree',
    isReachable: true,
    plant: repository => {
      repository.git('tag', 'tree', storeTree(repository, [{ name: 'a.ts', oid: store(repository, 'blob', LINE) }]));
      return { secret: SECRET, kind: 'file', line: 1 };
    },
  },
  {
    name: 'a ref outside heads and tags',
    isReachable: true,
    plant: repository => {
      const tree = storeTree(repository, [{ name: 'pr.ts', oid: store(repository, 'blob', LINE) }]);
      const commit = storeCommit(repository, { tree });
      repository.git('update-ref', 'refs/pull/1/head', commit);
      return { secret: SECRET, path: 'pr.ts', commit };
    },
  },
  {
    name: 'the latest stash',
    isReachable: true,
    plant: repository => {
      repository.write('a.txt', LINE);
      repository.git('stash');
      return { secret: SECRET, path: 'a.txt', line: 1 };
    },
  },
  {
    name: 'an older stash',
    isReachable: false,
    plant: repository => {
      repository.write('a.txt', LINE);
      repository.git('stash');
      repository.write('a.txt', 'harmless\n');
      repository.git('stash');
      return { secret: SECRET, path: 'a.txt', line: 1 };
    },
  },
  {
    name: 'the untracked file of a stash',
    isReachable: true,
    plant: repository => {
      repository.write('untracked.ts', LINE);
      repository.git('stash', '-u');
      return { secret: SECRET, path: 'untracked.ts', line: 1 };
    },
  },
  {
    name: 'a commit that was amended away, known to the reflog alone',
    isReachable: false,
    plant: repository => {
      const commit = repository.commit({ 'c.ts': LINE });
      repository.git('rm', '-q', 'c.ts');
      repository.git('commit', '-q', '--allow-empty', '--amend', '-m', 'amended');
      return { secret: SECRET, path: 'c.ts', commit, line: 1 };
    },
  },
  {
    name: 'a deleted branch whose reflog is gone, too',
    isReachable: false,
    plant: repository => {
      repository.git('checkout', '-q', '-b', 'gone');
      const commit = repository.commit({ 'c.ts': LINE });
      repository.git('checkout', '-q', 'main');
      repository.git('branch', '-q', '-D', 'gone');
      rmSync(join(repository.dir, '.git', 'logs'), { recursive: true });
      return { secret: SECRET, path: 'c.ts', commit, line: 1 };
    },
  },
  {
    name: 'a blob that nothing names',
    isReachable: false,
    plant: repository => {
      store(repository, 'blob', LINE);
      return { secret: SECRET, path: null, kind: 'file', line: 1 };
    },
  },
  {
    name: 'a file that was staged once and unstaged again',
    isReachable: false,
    plant: repository => {
      repository.write('once.ts', LINE);
      repository.git('add', 'once.ts');
      repository.git('rm', '-q', '-f', '--cached', 'once.ts');
      return { secret: SECRET, path: null, kind: 'file', line: 1 };
    },
  },
  {
    name: 'a file that is staged now',
    isReachable: false,
    plant: repository => {
      repository.write('now.ts', LINE);
      repository.git('add', 'now.ts');
      return { secret: SECRET, path: 'now.ts', kind: 'file', line: 1 };
    },
  },
  {
    name: 'ORIG_HEAD alone',
    isReachable: false,
    plant: repository => {
      const commit = repository.commit({ 'c.ts': LINE });
      repository.git('reset', '-q', '--hard', 'HEAD~1');
      rmSync(join(repository.dir, '.git', 'logs'), { recursive: true });
      return { secret: SECRET, path: 'c.ts', commit, line: 1 };
    },
  },
  {
    name: 'a pack of what nothing reaches',
    isReachable: false,
    plant: repository => {
      const commit = repository.commit({ 'c.ts': LINE });
      repository.git('reset', '-q', '--hard', 'HEAD~1');
      repository.git('reflog', 'expire', '--expire=now', '--all');
      repository.git('repack', '-q', '-a', '-d', '--cruft');
      return { secret: SECRET, path: 'c.ts', commit, line: 1 };
    },
  },
];

describe('a scan of the history finds a secret in', () => {
  it.each(CASES)('$name', async ({ plant, isReachable }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    const planted = plant(repository);
    await expectScan(['history', repository.dir], { found: [planted] });
    await expectScan(['history', repository.dir, '--refs-only'], { found: isReachable ? [planted] : [] });
  });
});

describe('a secret in a name', () => {
  it.each(['json', 'text', 'sarif'])('is masked in refs, paths, branch and authors of the %s report', async format => {
    const repository = new TestRepository();
    repository.gitWith(
      { env: { GIT_AUTHOR_NAME: SECRET, GIT_AUTHOR_EMAIL: SECRET } },
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      SECRET,
    );
    repository.git('checkout', '-q', '-b', `feature/${SECRET}`);
    repository.git('tag', '-a', '-m', SECRET, SECRET);
    repository.git('update-ref', `refs/remotes/origin/${SECRET}`, 'HEAD');
    repository.commit({ [`dir-${SECRET}/${SECRET}.ts`]: LINE });
    const { code } = await leakgate(['history', repository.dir, '--format', format], { secrets: [SECRET] });
    expect(code).toBe(1);
  });

  it('is masked in the gaps and in the closing words', async () => {
    const repository = new TestRepository();
    const oid = store(repository, 'blob', 'a\n');
    repository.commit({ 'a.ts': LINE, [`${SECRET}.txt`]: 'a\n' });
    rmSync(join(repository.dir, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
    repository.git('update-ref', `refs/heads/${SECRET}`, 'HEAD');
    repository.write(`.git/refs/heads/${SECRET}`, 'broken\n');
    for (const format of ['json', 'text', 'sarif']) {
      const { code } = await leakgate(['history', repository.dir, '--format', format], { secrets: [SECRET] });
      expect(code).toBe(2);
      const staged = await leakgate(['staged', '--format', format], { cwd: repository.dir, secrets: [SECRET] });
      expect(staged.code).toBe(0);
    }
  });

  it('is found in the name of a branch or a tag', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.git('update-ref', `refs/heads/${token(6)}`, 'HEAD');
    repository.git('tag', '-a', '-m', 'release', token(7));
    const found = [
      { secret: token(6), path: 'refs/heads/[REDACTED]' },
      { secret: token(7), path: 'refs/tags/[REDACTED]' },
    ];
    await expectScan(['history', repository.dir], { found });
  });

  it('is masked in the path and the author of a finding about another secret', async () => {
    const repository = new TestRepository();
    repository.write(`${token(8)}.ts`, LINE);
    repository.git('add', '-A');
    const secrets = [token(8), token(9)];
    const found = [{ secret: SECRET, path: '[REDACTED].ts', line: 1 }];
    await expectScan(['staged'], { found }, { cwd: repository.dir, secrets });
    repository.gitWith({ env: { GIT_COMMITTER_NAME: token(9) } }, 'commit', '-q', '-m', 'change');
    const range = ['history', repository.dir, '--range', `${'0'.repeat(40)}..HEAD`];
    await expectScan(range, { found: [...found, { secret: token(9), kind: 'commit' }] }, { secrets });
  });
});
