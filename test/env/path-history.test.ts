// What commits did to env files, against git asked about one commit after the other.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { envKindOf, envPathspecs } from '../../src/env/env-names.js';
import { type PathHistory, readPathHistory } from '../../src/sources/path-history.js';
import { openSession } from '../../src/sources/session.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

const isWanted = (path: string) => envKindOf(path) === 'env';

async function historyOf(dir: string): Promise<PathHistory> {
  const session = openSession(dir, process.env, false);
  onTestFinished(() => session.close());
  return readPathHistory(session, { pathspecs: envPathspecs([]), isWanted });
}

const linesOf = ({ history }: PathHistory) =>
  history.changes.map(({ commit, path, before, after, mode, status }) =>
    [commit, path, before.join(), after, mode, status].join(' '),
  );

// One git for each commit, parents before children.
function askedOneByOne(repository: TestRepository): string[] {
  const commits = repository.git('rev-list', '--all', '--topo-order', '--reverse').split('\n');
  return commits.flatMap(commit => {
    const raw = repository.git('diff-tree', '-r', '-c', '--root', '--raw', '--no-abbrev', '--no-renames', commit);
    return raw.split('\n').flatMap(line => {
      const [, colons = '', fields = '', path = ''] = /^(:+)(.*)\t(.*)$/.exec(line) ?? [];
      const parts = fields.split(' ');
      const oids = parts.slice(colons.length + 1, 2 * colons.length + 2);
      const [mode, after, status] = [parts[colons.length], oids.at(-1), parts.at(-1)];
      return isWanted(path) ? [[commit, path, oids.slice(0, -1).join(), after, mode, status].join(' ')] : [];
    });
  });
}

function expectParentsFirst(repository: TestRepository, { history }: PathHistory): void {
  const place = new Map(history.changes.map(({ commit }, at) => [commit, at]));
  for (const commit of place.keys())
    for (const [other, at] of place)
      if (other !== commit && at > (place.get(commit) ?? 0)) expect(isAncestor(repository, other, commit)).toBe(false);
}

function isAncestor(repository: TestRepository, ancestor: string, commit: string): boolean {
  return repository.git('rev-list', commit).split('\n').includes(ancestor);
}

// Merges that change nothing and something of their own, a rename, a deletion, a mode, a link, a folder in place of a file.
function eventful(): TestRepository {
  const repository = new TestRepository();
  repository.commit({ '.env': 'A=1\n', 'app/.env.local': 'A=2\n', 'a.txt': 'a\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit({ '.env': 'A=3\n', 'app/prod.env': 'B=1\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'app/.env.local': 'A=4\n' });
  repository.git('merge', '-q', '--no-ff', '-m', 'as it is', 'side');
  repository.git('mv', 'app/prod.env', 'app/other.env');
  repository.commit({});
  repository.git('checkout', '-q', '-b', 'evil', 'HEAD~1');
  repository.commit({ 'a.txt': 'b\n' });
  repository.git('checkout', '-q', 'main');
  repository.git('merge', '-q', '--no-ff', '--no-commit', 'evil');
  repository.commit({ '.env': 'A=evil\n' });
  repository.git('update-index', '--chmod=+x', 'app/.env.local');
  repository.git('commit', '-q', '-m', 'mode');
  repository.git('rm', '-q', '-f', '.env');
  repository.commit({ '.env/inner/prod.env': 'C=1\n' });
  const link = repository.gitWith({ input: 'a.txt' }, 'hash-object', '-w', '--stdin');
  repository.git('update-index', '--add', '--cacheinfo', `120000,${link},deep/link/.env`);
  repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD')},sub/.env`);
  repository.git('commit', '-q', '-m', 'link and submodule');
  return repository;
}

it('gives what git says of every commit, parents before children', async () => {
  const repository = eventful();
  const past = await historyOf(repository.dir);
  expect(past.gaps).toEqual([]);
  expect(linesOf(past).sort()).toEqual(askedOneByOne(repository).sort());
  expect(past.history.changes.length).toBeGreaterThan(10);
  expectParentsFirst(repository, past);
});

it('gives the same of a history that is so long that git is asked without patterns', async () => {
  const repository = new TestRepository();
  const stream = Array.from({ length: 2100 }, (_, n) => {
    const change = n % 300 === 7 ? `M 100644 inline app/.env\ndata 3\nA=${n % 10}\n` : '';
    return `commit refs/heads/main\ncommitter B <b@x> ${1_700_000_000 + n} +0000\ndata 1\nc\nM 100644 inline f\ndata 5\n${10_000 + n}\n${change}`;
  });
  repository.gitWith({ input: stream.join('') }, 'fast-import', '--quiet');
  const past = await historyOf(repository.dir);
  const expected = repository.git('log', '--reverse', '--format=%H', '--', 'app/.env').split('\n');
  expect(past.history.changes.map(({ commit }) => commit)).toEqual(expected);
  expect({ commits: past.commits, gaps: past.gaps }).toEqual({ commits: 2100, gaps: [] });
});

it('takes a commit at the edge of a shallow clone as the first one', async () => {
  const repository = eventful();
  const dir = join(temporaryFolder(), 'clone');
  repository.git('clone', '-q', '--depth', '3', `file://${repository.dir}`, dir);
  const past = await historyOf(dir);
  const edges = repository.gitWith({ cwd: dir }, 'rev-list', '--max-parents=0', 'HEAD').split('\n');
  expect(past.gaps.map(({ kind }) => kind)).toEqual(['shallow']);
  const atEdge = past.history.changes.filter(({ commit }) => edges.includes(commit));
  expect(atEdge.map(({ status }) => status)).toContain('A');
  expect(new Set(atEdge.map(({ before }) => before.join()))).toEqual(new Set(['0'.repeat(40)]));
});

it('compares a commit with its parents where a file calls it the edge, and they are here', async () => {
  const repository = new TestRepository();
  repository.commit({ '.env': 'A=1\n' });
  const second = repository.commit({ '.env': 'A=2\n' });
  writeFileSync(join(repository.dir, '.git', 'shallow'), `${second}\n`);
  const past = await historyOf(repository.dir);
  expect(past.history.changes.map(({ status }) => status)).toEqual(['A', 'M']);
});

it('names a parent that is not here, and takes its child as a first commit', async () => {
  const repository = new TestRepository();
  repository.commit({ '.env': 'A=1\n', 'a.txt': 'a\n' });
  const lost = repository.commit({ 'a.txt': 'b\n' });
  const child = repository.commit({ '.env': 'A=2\n' });
  repository.commit({ '.env': 'A=3\n' });
  remove(repository, lost);
  const past = await historyOf(repository.dir);
  expect(past.gaps).toEqual([
    { kind: 'object-missing', what: lost, reason: `it is a parent of ${child}, but it is not here` },
  ]);
  expect(past.history.changes.map(({ status }) => status)).toEqual(['A', 'A', 'M']);
});

it('names a commit whose tree is not here, and gives the others all the same', async () => {
  const repository = new TestRepository();
  repository.commit({ '.env': 'A=1\n' });
  const broken = repository.commit({ '.env': 'A=2\n' });
  repository.commit({ '.env': 'A=2\n', 'a.txt': 'a\n' });
  repository.commit({ '.env': 'A=3\n', 'a.txt': 'a\n' });
  remove(repository, repository.git('rev-parse', `${broken}^{tree}`));
  const past = await historyOf(repository.dir);
  const unread = past.gaps.filter(({ kind }) => kind === 'commit-unreadable').map(({ what }) => what);
  expect(unread).toEqual([broken, repository.git('rev-parse', 'HEAD~1')]);
  expect(past.history.changes.map(({ status }) => status)).toEqual(['A', 'M']);
});

function remove(repository: TestRepository, oid: string): void {
  rmSync(join(repository.dir, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
}
