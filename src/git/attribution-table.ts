// What attribution found out, as plain values that a file can hold. Lists of thousands of refs, which are many and alike, become bits.

import type { Attribution, BytePath, Change, CommitInfo, History, Oid, Place } from '../types.js';

/** Maps as lists, lists of refs as rows of bits. */
export type PackedAttribution = {
  places: readonly (readonly [string, readonly Place[]])[];
  history:
    | (Pick<History, 'hasRemotes' | 'isBare' | 'knowsRefs'> & {
        changes: readonly Change[];
        commits: readonly CommitInfo[];
        headPaths: readonly (readonly [Oid, readonly BytePath[]])[];
        refNames: readonly string[]; // sorted
        refs: readonly (readonly [Oid, number])[]; // commit → its row
        reachable: readonly Oid[];
        pushes: readonly (readonly [Oid, string])[];
      })
    | null;
  rows: Int32Array; // one behind the other; bit n: the name with number n is in the list
};

/** Attribution → plain values. */
export function packAttribution({ places, history }: Attribution): PackedAttribution {
  if (!history) return { places: [...places], history: null, rows: new Int32Array(0) };
  const { changes, hasRemotes, isBare, knowsRefs } = history;
  const lists = [...new Set(history.refs.values())];
  const refNames = [...new Set(lists.flat())].sort();
  const numberOf = new Map(refNames.map((name, number) => [name, number]));
  const words = Math.ceil(refNames.length / 32);
  const rows = new Int32Array(words * lists.length);
  lists.forEach((list, row) => {
    for (const name of list) {
      const number = numberOf.get(name) ?? 0;
      const at = row * words + (number >> 5);
      rows[at] = (rows[at] as number) | (1 << (number & 31));
    }
  });
  const rowOf = new Map(lists.map((list, row) => [list, row]));
  return {
    places: [...places],
    history: {
      changes,
      hasRemotes,
      isBare,
      knowsRefs,
      commits: [...history.commits.values()],
      headPaths: [...history.headPaths],
      refNames,
      refs: [...history.refs].map(([oid, list]) => [oid, rowOf.get(list) ?? 0]),
      reachable: [...history.reachable],
      pushes: [...history.pushes],
    },
    rows,
  };
}

/** The way back. */
export function unpackAttribution({ places, history, rows }: PackedAttribution): Attribution {
  if (!history) return { places: new Map(places), history: null };
  const { refNames, refs, ...rest } = history;
  const words = Math.ceil(refNames.length / 32);
  const lists: string[][] = [];
  const listOf = (row: number): readonly string[] => {
    lists[row] ??= namesIn(rows.subarray(row * words, (row + 1) * words), refNames);
    return lists[row];
  };
  return {
    places: new Map(places),
    history: {
      ...rest,
      commits: new Map(rest.commits.map(commit => [commit.oid, commit])),
      headPaths: new Map(rest.headPaths),
      refs: new Map(refs.map(([oid, row]) => [oid, listOf(row)])),
      reachable: new Set(rest.reachable),
      pushes: new Map(rest.pushes),
    },
  };
}

function namesIn(row: Int32Array, names: readonly string[]): string[] {
  const list: string[] = [];
  row.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1)
      list.push(names[32 * at + 31 - Math.clz32(rest & -rest)] as string);
  });
  return list;
}
