// Sightings in blobs become one group per rule and secret, with every place.

import { describe, expect, it } from 'vitest';
import { collectSightings, groupSightings } from '../../src/findings/group.js';
import { RefLists } from '../../src/git/ref-lists.js';
import type { Confidence } from '../../src/rule.js';
import { SecretPool } from '../../src/secret.js';
import type { Attribution, BlobKind, Change, CommitInfo, History, Place, Sighting } from '../../src/types.js';
import { NO_CLAIMS } from '../helpers/no-claims.js';

const pool = new SecretPool();
const none: Attribution = { places: new Map(), history: null };

type Hit = { rule?: string; value?: string; line?: number; confidence?: Confidence };

function sighting(
  blob: string,
  hits: readonly Hit[],
  more: { kind?: BlobKind; places?: readonly Place[] | null; member?: string } = {},
): Sighting {
  return {
    blob,
    kind: more.kind ?? 'file',
    places: more.places ?? null,
    member: more.member ?? null,
    matches: hits.map(({ rule = 'acme-key', value = 'k1', line = 1, confidence = 'high' }) => ({
      match: { ruleId: rule, secret: pool.intern(value), span: { start: 0, end: 2 }, confidence, reasons: [], rank: 1 },
      region: { startLine: line, startColumn: 1, endLine: line, endColumn: 3 },
      marker: null,
      parts: [],
      claims: NO_CLAIMS,
    })),
  };
}

const commit = (oid: string, day: number): CommitInfo => ({
  oid,
  author: { name: 'Ann', email: 'ann@acme.dev' },
  authorDate: `2024-01-0${day}T00:00:00Z`,
  committerDate: `2024-01-0${day}T00:00:00Z`,
});

function history(lines: readonly string[], head: Record<string, readonly string[]> = {}): History {
  const changes = lines.map((line): Change => {
    const [oid = '', path = '', before = '', after = ''] = line.split(' ');
    return { commit: oid, path, before: before.split(','), after, mode: '100644', status: 'M' };
  });
  const oids = [...new Set(changes.map(change => change.commit))];
  return {
    changes,
    commits: new Map(oids.map(oid => [oid, commit(oid, Number(oid.slice(1)))])),
    headPaths: new Map(Object.entries(head)),
    refs: RefLists.from(new Map()),
    reachable: new Set(oids),
    hasRemotes: false,
    isBare: false,
    pushes: new Map(),
    knowsRefs: true,
  };
}

const place = (path: string): Place => ({ path, commit: null, kind: 'file', state: 'worktree' });

// Occurrences as `blob path commit line`, with `!` at HEAD.
function shown(sightings: readonly Sighting[], attribution: Attribution) {
  return groupAll(sightings, attribution).map(group =>
    group.occurrences.map(
      ({ blob, path, commit: by, region, atHead }) =>
        `${blob} ${path} ${by?.oid ?? '-'} ${region.startLine}${atHead ? '!' : ''}`,
    ),
  );
}

const groupAll = (sightings: readonly Sighting[], attribution: Attribution) =>
  groupSightings(collectSightings(sightings), attribution);

describe('groupSightings', () => {
  it('makes one group of one secret in many blobs, and two of two secrets or two rules', () => {
    const groups = groupAll(
      [
        sighting('S', [{ value: 'k1' }, { value: 'k2' }]),
        sighting('T', [{ value: 'k1' }, { value: 'k1', rule: 'other-key' }]),
      ],
      none,
    );
    expect(groups.map(group => [group.ruleId, group.secret])).toEqual([
      ['acme-key', pool.intern('k1')],
      ['acme-key', pool.intern('k2')],
      ['other-key', pool.intern('k1')],
    ]);
  });

  it('takes the places that a source gave', () => {
    const sightings = [
      sighting('a.txt', [{ line: 2 }, { line: 7 }], { places: [place('a.txt')] }),
      sighting('b.txt', [{}], { places: [place('b.txt')] }),
    ];
    expect(shown(sightings, none)).toEqual([['a.txt a.txt - 2', 'a.txt a.txt - 7', 'b.txt b.txt - 1']]);
  });

  it('names a file in an archive behind it, wherever the place comes from', () => {
    const known = sighting('z', [{}], { places: [place('a.zip')], member: 'b/.env' });
    const inHistory = sighting('S', [{}], { member: 'b/.env' });
    const attribution = { places: new Map(), history: history(['c1 a.zip 0 S'], { S: ['a.zip'] }) };
    expect(shown([known], none)).toEqual([['z a.zip!b/.env - 1']]);
    expect(shown([inHistory], attribution)).toEqual([['S a.zip!b/.env c1 1!']]);
  });

  it('finds places that were looked up afterwards', () => {
    const places = new Map([['S', [{ ...place('a'), state: 'index' } as const]]]);
    expect(shown([sighting('S', [{}])], { places, history: null })).toEqual([['S a - 1']]);
  });

  it('keeps the match it is surest of as the best', () => {
    const hits = [
      { confidence: 'low', line: 1 },
      { confidence: 'high', line: 2 },
      { confidence: 'high', line: 3 },
    ] as const;
    expect(groupAll([sighting('S', hits)], none)[0]?.best.region.startLine).toBe(2);
  });

  it.each([
    { name: 'where a commit brought it in', lines: ['c1 a 0 S'], head: {}, blobs: ['S'], expected: ['S a c1 1'] },
    {
      name: 'at HEAD, with the commit that brought it there',
      lines: ['c1 a 0 S'],
      head: { S: ['a'] },
      blobs: ['S'],
      expected: ['S a c1 1!'],
    },
    {
      name: 'the version at HEAD first, the one that brought it in behind',
      lines: ['c1 a 0 S', 'c2 a S T'],
      head: { T: ['a'] },
      blobs: ['S', 'T'],
      expected: ['T a c1 1!', 'S a c1 1'],
    },
    {
      name: 'both paths of a renamed file',
      lines: ['c1 a 0 S', 'c2 a S 0', 'c2 b 0 S'],
      head: { S: ['b'] },
      blobs: ['S'],
      expected: ['S b c2 1!', 'S a c1 1'],
    },
    {
      name: 'every path at HEAD',
      lines: ['c1 b 0 S', 'c1 a 0 S'],
      head: { S: ['a', 'b'] },
      blobs: ['S'],
      expected: ['S a c1 1!', 'S b c1 1!'],
    },
    {
      name: 'each time it was brought in again, oldest first',
      lines: ['c3 a 0 S', 'c4 a S 0', 'c5 a 0 S'],
      head: {},
      blobs: ['S'],
      expected: ['S a c3 1', 'S a c5 1'],
    },
  ])('shows $name', ({ lines, head, blobs, expected }) => {
    const attribution = { places: new Map(), history: history(lines, head) };
    expect(
      shown(
        blobs.map(blob => sighting(blob, [{}])),
        attribution,
      ),
    ).toEqual([expected]);
  });

  it('gives each group the changes of its own blobs alone', () => {
    const attribution = { places: new Map(), history: history(['c1 a 0 S', 'c2 b 0 T', 'c3 b T 0'], { S: ['a'] }) };
    const groups = groupAll([sighting('S', [{ value: 'k1' }]), sighting('T', [{ value: 'k2' }])], attribution);
    expect(groups.map(({ life }) => [life.introduced?.oid, life.removed?.oid, life.atHead])).toEqual([
      ['c1', undefined, true],
      ['c2', 'c3', false],
    ]);
  });

  it('follows a secret through several blobs as one life', () => {
    const attribution = { places: new Map(), history: history(['c1 a 0 S', 'c2 a S T', 'c3 a T N']) };
    const [group] = groupAll([sighting('S', [{}]), sighting('T', [{}])], attribution);
    expect([group?.life.introduced?.oid, group?.life.removed?.oid]).toEqual(['c1', 'c3']);
  });

  it('begins the life of a secret in a commit message with that commit', () => {
    const known = history(['c4 z 0 N']);
    const message = sighting('c4', [{}], {
      kind: 'commit',
      places: [{ path: null, commit: commit('c4', 4), kind: 'commit', state: 'history' }],
    });
    const [group] = groupAll([message], { places: new Map(), history: known });
    expect([group?.life.introduced?.oid, group?.occurrences[0]?.kind]).toEqual(['c4', 'commit']);
  });
});
