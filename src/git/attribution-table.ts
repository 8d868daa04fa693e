// What attribution found out, as plain values that a file can hold.

import type { Attribution, BytePath, Change, CommitInfo, History, Oid, Place } from '../types.js';
import { type NamedTip, RefLists } from './ref-lists.js';

/** Maps as lists, lists of refs as rows of bits. */
export type PackedAttribution = {
  places: readonly (readonly [string, readonly Place[]])[];
  history:
    | (Pick<History, 'hasRemotes' | 'isBare' | 'knowsRefs'> & {
        changes: readonly Change[];
        commits: readonly CommitInfo[];
        headPaths: readonly (readonly [Oid, readonly BytePath[]])[];
        names: readonly NamedTip[];
        words: number; // of a row
        refs: readonly (readonly [Oid, number])[]; // object → its row
        reachable: readonly Oid[];
        pushes: readonly (readonly [Oid, string])[];
      })
    | null;
  rows: Int32Array; // one behind the other; bit n: tip n leads to the object
};

/** Attribution → plain values. */
export function packAttribution({ places, history }: Attribution): PackedAttribution {
  if (!history) return { places: [...places], history: null, rows: new Int32Array(0) };
  const { changes, hasRemotes, isBare, knowsRefs } = history;
  const { names, bits } = history.refs instanceof RefLists ? history.refs : RefLists.from(new Map());
  const all = [...new Set(bits.values())];
  const words = all[0]?.length ?? 0;
  const rows = new Int32Array(words * all.length);
  for (const [row, own] of all.entries()) rows.set(own, row * words);
  const rowOf = new Map(all.map((own, row) => [own, row]));
  return {
    places: [...places],
    history: {
      changes,
      hasRemotes,
      isBare,
      knowsRefs,
      commits: [...history.commits.values()],
      headPaths: [...history.headPaths],
      names,
      words,
      refs: [...bits].map(([oid, own]) => [oid, rowOf.get(own) ?? 0]),
      reachable: [...history.reachable],
      pushes: [...history.pushes],
    },
    rows,
  };
}

/** The way back. */
export function unpackAttribution({ places, history, rows }: PackedAttribution): Attribution {
  if (!history) return { places: new Map(places), history: null };
  const { names, words, refs, ...rest } = history;
  const count = words === 0 ? 0 : rows.length / words;
  const all = Array.from({ length: count }, (_, row) => rows.subarray(row * words, (row + 1) * words));
  const none = new Int32Array(0);
  return {
    places: new Map(places),
    history: {
      ...rest,
      commits: new Map(rest.commits.map(commit => [commit.oid, commit])),
      headPaths: new Map(rest.headPaths),
      refs: new RefLists(names, new Map(refs.map(([oid, row]) => [oid, all[row] ?? none]))),
      reachable: new Set(rest.reachable),
      pushes: new Map(rest.pushes),
    },
  };
}
