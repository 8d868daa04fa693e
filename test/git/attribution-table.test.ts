// What attribution found out, through JSON and back; and the lists of refs in it.

import { expect, it } from 'vitest';
import { packAttribution, unpackAttribution } from '../../src/git/attribution-table.js';
import { RefLists } from '../../src/git/ref-lists.js';
import type { Attribution } from '../../src/types.js';

const names = Array.from({ length: 70 }, (_, i) => `refs/heads/b${String(i).padStart(2, '0')}`);
const LISTS = new Map([
  ['c1', names],
  ['c2', names.filter((_, i) => i % 3 === 0)],
  ['c3', ['refs/heads/b69']],
  ['c4', []],
]);

const attribution: Attribution = {
  places: new Map([['x', [{ path: 'a\u00e9', commit: null, kind: 'file', state: 'index' }]]]),
  history: {
    changes: [
      { commit: 'c1', path: 'src/a', before: ['0'], after: 'b1', mode: '', status: '' },
      { commit: 'c2', path: 'src/b', before: ['b1', 'b2'], after: '0', mode: '100644', status: 'D' },
      { commit: '', path: 'src/a', before: [], after: 'b1', mode: '', status: '' },
    ],
    commits: new Map([
      ['c1', { oid: 'c1', author: { name: 'A', email: 'a@b.example' }, authorDate: '2024', committerDate: '2025' }],
    ]),
    headPaths: new Map([['b1', ['src/a', 'src/b']]]),
    refs: RefLists.from(LISTS),
    reachable: new Set(['c1', 'c2', 'c3']),
    hasRemotes: true,
    isBare: false,
    pushes: new Map([['c1', '2024-05-06T00:00:00.000Z']]),
    knowsRefs: true,
  },
};

it('comes back as it was', () => {
  const { ints, ...plain } = packAttribution(attribution);
  const back = unpackAttribution({ ...JSON.parse(JSON.stringify(plain)), ints });
  expect(back.places).toEqual(attribution.places);
  const { refs, ...rest } = back.history ?? { refs: null };
  const { refs: before, ...expected } = attribution.history ?? { refs: null };
  expect(rest).toEqual(expected);
  for (const oid of ['c1', 'c2', 'c3', 'c4', 'c9']) {
    expect(refs?.has(oid)).toBe(before?.has(oid));
    expect(refs?.of([oid])).toEqual(before?.of([oid]));
  }
});

it('comes back without a history where there is none', () => {
  const { ints, ...plain } = packAttribution({ places: new Map(), history: null });
  expect(unpackAttribution({ ...plain, ints })).toEqual({ places: new Map(), history: null });
});

it.each([
  { name: 'of one object are its own', of: ['c2'], expected: LISTS.get('c2') },
  { name: 'of several are those of any, sorted, each once', of: ['c3', 'c2'], expected: [...(LISTS.get('c2') ?? [])] },
  { name: 'of nothing are none', of: [], expected: [] },
  { name: 'of what is not known are none', of: ['c9'], expected: [] },
])('the refs $name', ({ of, expected }) => {
  expect(RefLists.from(LISTS).of(of)).toEqual(expected);
});

it('the refs of alike objects are one and the same list', () => {
  const refs = RefLists.from(LISTS);
  expect(refs.of(['c1', 'c3'])).toBe(refs.of(['c1', 'c2']));
});

it('a name that stands for a tag and for what it names comes once', () => {
  const bits = new Map([['c1', Int32Array.of(0b11)]]);
  const refs = new RefLists(
    [
      ['refs/tags/v1', 0],
      ['refs/tags/v1', 1],
      ['refs/tags/v2', 1],
    ],
    bits,
  );
  expect(refs.of(['c1'])).toEqual(['refs/tags/v1', 'refs/tags/v2']);
});
