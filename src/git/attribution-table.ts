// What attribution found out, as plain values that a file can hold: a second audit reads them all, so each text stands there once.

import { IntList } from '../int-list.js';
import { Numbered } from '../numbered.js';
import type { Attribution, BytePath, Change, CommitInfo, History, Oid, Person, Place } from '../types.js';
import type { Bits } from './bits.js';
import { type NamedTip, RefLists } from './ref-lists.js';

/** Maps as lists, lists of refs as rows of bits, and what is repeated as numbers of texts. */
export type PackedAttribution = {
  places: readonly (readonly [string, readonly Place[]])[];
  history:
    | (Pick<History, 'hasRemotes' | 'isBare' | 'knowsRefs'> & {
        texts: readonly string[]; // ids, paths, modes
        people: readonly Person[];
        commits: readonly (readonly [text: number, person: number, authorDate: string, committerDate: string])[];
        headPaths: readonly (readonly [Oid, readonly BytePath[]])[];
        names: readonly NamedTip[];
        pushes: readonly (readonly [Oid, string])[];
        counts: Counts;
      })
    | null;
  /**
   * One behind the other: rows of bits, where bit n says that tip n leads to the objects of the row; [object, row] of those that have
   * one; the reachable objects; [commit, path, after, mode, status, number of ids before, these] of each change.
   */
  ints: Int32Array;
};

type Counts = { words: number; rows: number; refs: number; reachable: number; changes: number };

/** Attribution → plain values. */
export function packAttribution({ places, history }: Attribution): PackedAttribution {
  if (!history) return { places: [...places], history: null, ints: new Int32Array(0) };
  const { changes, hasRemotes, isBare, knowsRefs, commits, headPaths, pushes, reachable } = history;
  const { names, bits } = history.refs instanceof RefLists ? history.refs : RefLists.from(new Map());
  const texts = new Numbered<string>(text => text);
  const people = new Numbered<Person>(({ name, email }) => `${name}\0${email}`);
  const rows = new Numbered<Bits>(row => row);
  const objects = [...bits].map(([oid, row]) => [texts.numberOf(oid), rows.numberOf(row)] as const);
  const ints = new IntList();
  for (const row of rows.all) ints.append(row, 0, row.length);
  for (const numbers of objects) for (const number of numbers) ints.push(number);
  for (const oid of reachable) ints.push(texts.numberOf(oid));
  for (const { commit, path, before, after, mode, status } of changes) {
    for (const text of [commit, path, after, mode, status]) ints.push(texts.numberOf(text));
    ints.push(before.length);
    for (const oid of before) ints.push(texts.numberOf(oid));
  }
  return {
    places: [...places],
    history: {
      hasRemotes,
      isBare,
      knowsRefs,
      commits: [...commits.values()].map(({ oid, author, authorDate, committerDate }) => {
        return [texts.numberOf(oid), people.numberOf(author), authorDate, committerDate] as const;
      }),
      texts: texts.all,
      people: people.all,
      headPaths: [...headPaths],
      names,
      pushes: [...pushes],
      counts: {
        words: rows.all[0]?.length ?? 0,
        rows: rows.all.length,
        refs: objects.length,
        reachable: reachable.size,
        changes: changes.length,
      },
    },
    ints: ints.done(),
  };
}

/** The way back. */
export function unpackAttribution({ places, history, ints }: PackedAttribution): Attribution {
  if (!history) return { places: new Map(places), history: null };
  const { texts, people, commits, headPaths, names, pushes, counts, hasRemotes, isBare, knowsRefs } = history;
  const infos = new Map<Oid, CommitInfo>();
  for (const commit of commits) {
    const oid = texts[commit[0]] as Oid;
    infos.set(oid, { oid, author: people[commit[1]] as Person, authorDate: commit[2], committerDate: commit[3] });
  }
  const { refs, reachable, changes } = readInts(ints, texts, counts);
  return {
    places: new Map(places),
    history: {
      changes,
      commits: infos,
      headPaths: new Map(headPaths),
      refs: new RefLists(names, refs),
      reachable,
      hasRemotes,
      isBare,
      pushes: new Map(pushes),
      knowsRefs,
    },
  };
}

type Numbers = { refs: Map<Oid, Bits>; reachable: Set<Oid>; changes: Change[] };

function readInts(ints: Int32Array, texts: readonly string[], counts: Counts): Numbers {
  let at = counts.words * counts.rows;
  const text = () => texts[ints[at++] as number] as string;
  const rows: Bits[] = [];
  for (let row = 0; row < counts.rows; row++) rows.push(ints.subarray(row * counts.words, (row + 1) * counts.words));
  const refs = new Map<Oid, Bits>();
  for (let i = 0; i < counts.refs; i++) refs.set(text(), rows[ints[at++] as number] as Bits);
  const reachable = new Set<Oid>();
  for (let i = 0; i < counts.reachable; i++) reachable.add(text());
  const changes: Change[] = [];
  for (let i = 0; i < counts.changes; i++) {
    const change: Change = { commit: text(), path: text(), after: text(), mode: text(), status: text(), before: [] };
    for (let left = ints[at++] as number; left > 0; left--) change.before.push(text());
    changes.push(change);
  }
  return { refs, reachable, changes };
}
