// The life of a secret in small histories drawn by hand. Blobs S and T hold the secret, N and M do not, 0 is "not there".

import { describe, expect, it } from 'vitest';
import { traceLife } from '../../src/findings/life.js';
import { RefLists } from '../../src/git/ref-lists.js';
import type { Change, CommitInfo, History } from '../../src/types.js';

const HOLDERS = new Set(['S', 'T']);

const info = (oid: string): CommitInfo => ({
  oid,
  author: { name: 'Ann', email: 'ann@acme.dev' },
  authorDate: '2024-01-01T00:00:00Z',
  committerDate: '2024-01-01T00:00:00Z',
});

/** One change: `c1 a.txt 0 S`, for a merge `c4 a.txt N,0 S`. */
function change(line: string): Change {
  const [commit = '', path = '', before = '', after = ''] = line.split(' ');
  return { commit, path, before: before.split(','), after, mode: '100644', status: 'M' };
}

function trace(lines: readonly string[], changes: Partial<History> = {}, carriers: readonly string[] = []) {
  const list = lines.map(change);
  const oids = [...list.map(({ commit }) => commit), ...carriers];
  const history: History = {
    changes: list,
    commits: new Map(oids.filter(Boolean).map(oid => [oid, info(oid)])),
    headPaths: new Map(),
    refs: RefLists.from(new Map()),
    reachable: new Set(oids),
    hasRemotes: false,
    isBare: false,
    pushes: new Map(),
    knowsRefs: true,
    ...changes,
  };
  const { appearances, life } = traceLife(history, list, { blobs: HOLDERS, carriers });
  return {
    appearances: appearances.map(({ commit, path, blob }) => `${commit} ${path} ${blob}`),
    introduced: life.introduced?.oid ?? null,
    removed: life.removed?.oid ?? null,
    atHead: life.atHead,
    refs: life.refs,
    pushed: life.pushed,
    reachable: life.reachable,
  };
}

const atHead = (blob: string, path: string) => ({ headPaths: new Map([[blob, [path]]]) });

describe('traceLife', () => {
  it.each([
    {
      name: 'introduced and still there',
      lines: ['c1 a 0 S'],
      head: atHead('S', 'a'),
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'introduced and removed by an edit',
      lines: ['c1 a 0 S', 'c2 a S N'],
      head: {},
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: 'c2',
    },
    {
      name: 'introduced and removed with its file',
      lines: ['c1 a 0 S', 'c2 a S 0'],
      head: {},
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: 'c2',
    },
    {
      name: 'kept by an edit next to it',
      lines: ['c1 a 0 S', 'c2 a S T'],
      head: atHead('T', 'a'),
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'introduced again',
      lines: ['c1 a 0 S', 'c2 a S N', 'c3 a N T'],
      head: atHead('T', 'a'),
      appearances: ['c1 a S', 'c3 a T'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'introduced again and removed again',
      lines: ['c1 a 0 S', 'c2 a S N', 'c3 a N S', 'c4 a S N'],
      head: {},
      appearances: ['c1 a S', 'c3 a S'],
      introduced: 'c1',
      removed: 'c4',
    },
    {
      name: 'renamed',
      lines: ['c1 a 0 S', 'c2 a S 0', 'c2 b 0 S'],
      head: atHead('S', 'b'),
      appearances: ['c1 a S', 'c2 b S'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'copied, and removed from one place only',
      lines: ['c1 a 0 S', 'c2 b 0 S', 'c3 a S N'],
      head: atHead('S', 'b'),
      appearances: ['c1 a S', 'c2 b S'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'added to a file that was there',
      lines: ['c2 a N S'],
      head: atHead('S', 'a'),
      appearances: ['c2 a S'],
      introduced: 'c2',
      removed: null,
    },
    {
      name: 'brought in by a merge alone',
      lines: ['c4 a N,M S'],
      head: atHead('S', 'a'),
      appearances: ['c4 a S'],
      introduced: 'c4',
      removed: null,
    },
    {
      name: 'in one parent of a merge already',
      lines: ['c1 a 0 S', 'c4 a S,M T'],
      head: atHead('T', 'a'),
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: null,
    },
    {
      name: 'removed on a side branch, which a merge only brings along',
      lines: ['c1 a 0 S', 'c2 a S N', 'c4 a S,N N'],
      head: {},
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: 'c2',
    },
    {
      name: 'taken away by a merge',
      lines: ['c1 a 0 S', 'c4 a S,M N'],
      head: {},
      appearances: ['c1 a S'],
      introduced: 'c1',
      removed: 'c4',
    },
  ])('$name', ({ lines, head, appearances, introduced, removed }) => {
    expect(trace(lines, head)).toMatchObject({ appearances, introduced, removed, atHead: 'headPaths' in head });
  });

  it('of a secret in a commit message begins with that commit', () => {
    expect(trace([], {}, ['c7'])).toMatchObject({ appearances: [], introduced: 'c7', removed: null, reachable: true });
  });

  it('of a staged secret begins with no commit', () => {
    expect(trace([' a N S'])).toMatchObject({ introduced: null, removed: null });
  });

  it('outside a repository is unknown', () => {
    expect(traceLife(null, [], { blobs: HOLDERS, carriers: [] }).life).toEqual({
      introduced: null,
      removed: null,
      atHead: null,
      refs: [],
      pushed: null,
      reachable: null,
    });
  });
});

describe('reach', () => {
  const refs = (...names: string[]) => ({ refs: RefLists.from(new Map([['c1', names]])) });
  it.each([
    {
      name: 'on a remote branch is pushed',
      changes: { ...refs('refs/heads/main', 'refs/remotes/origin/main'), hasRemotes: true },
      pushed: true,
    },
    {
      name: 'on a local branch only is not pushed',
      changes: { ...refs('refs/heads/main'), hasRemotes: true },
      pushed: false,
    },
    { name: 'without any remote branch to compare with is unknown', changes: refs('refs/heads/main'), pushed: null },
    { name: 'on no ref is not pushed', changes: { reachable: new Set<string>() }, pushed: false },
    {
      name: 'in a range, where refs are not known, is unknown',
      changes: { knowsRefs: false, hasRemotes: true },
      pushed: null,
    },
  ])('a secret $name', ({ changes, pushed }) => {
    expect(trace(['c1 a 0 S'], changes).pushed).toBe(pushed);
  });

  it('names every ref of every commit that brought the secret in, once, sorted', () => {
    const history = {
      refs: RefLists.from(
        new Map([
          ['c1', ['refs/tags/v1', 'refs/heads/main']],
          ['c3', ['refs/heads/main', 'refs/heads/dev']],
        ]),
      ),
    };
    expect(trace(['c1 a 0 S', 'c2 a S N', 'c3 a N S'], history).refs).toEqual([
      'refs/heads/dev',
      'refs/heads/main',
      'refs/tags/v1',
    ]);
  });

  it('is none when no commit that brought it in can be reached', () => {
    expect(trace(['c1 a 0 S'], { reachable: new Set(['c9']) }).reachable).toBe(false);
  });
});
