// Which trees lead to wanted blobs, found from what each tree adds to its delta base (git/tree-records): no tree is parsed twice
// and no two trees are compared entry by entry. Answers for any root which wanted blobs stand below it, and what changed.

import type { BytePath } from '../types.js';
import type { TreeRecords } from './tree-records.js';

/** The wanted blobs below a tree, with their names. Equal contents have equal ids; 0 is the empty set. */
export type SetId = number;

type Entry = { name: BytePath; set: SetId; blob: number }; // set 0: a blob; blob -1: a folder
type Found = { start: number; records: TreeRecords; name: number; nameLength: number; ref: number };
type Tree = { base: number; shared: Int32Array; fresh: Found[] };

/** Answers questions about recorded trees. Objects are numbers. */
export class TreeInterest {
  readonly #wanted: ReadonlySet<number>;
  readonly #recordOf = new Map<number, { records: TreeRecords; at: number }>();
  readonly #lists = new Map<number, readonly Found[]>(); // tree → entries that lead to wanted blobs
  readonly #setOf = new Map<number, SetId>();
  readonly #sets: (readonly Entry[])[] = [[]];
  readonly #maps: (Map<BytePath, Merged> | undefined)[] = []; // of the sets that were compared, by name
  readonly #known = new Map<string, SetId>([['', 0]]);

  /** @param wanted object numbers of blobs */
  constructor(recorded: readonly TreeRecords[], wanted: ReadonlySet<number>) {
    this.#wanted = wanted;
    for (const records of recorded) {
      const { trees } = records;
      for (let i = 0; i + 1 < trees.length; i += 2)
        this.#recordOf.set(trees[i] ?? 0, { records, at: trees[i + 1] ?? 0 });
    }
  }

  /** The set of wanted blobs below a tree; null when the tree was never recorded. */
  setOf(tree: number): SetId | null {
    if (!this.#recordOf.has(tree)) return null;
    // Bases and folders first, on a stack of our own: delta chains are deeper than any call stack.
    const stack = [tree];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (this.#setOf.has(top)) {
        stack.pop();
        continue;
      }
      const record = this.#read(top);
      const missing = this.#unresolved(record);
      if (missing.length > 0) stack.push(...missing);
      else {
        this.#resolve(top, record);
        stack.pop();
      }
    }
    return this.#setOf.get(tree) ?? 0;
  }

  #unresolved({ base, fresh }: Tree): number[] {
    const needs = fresh.filter(found => found.ref & 1).map(found => found.ref >> 1);
    if (base >= 0) needs.push(base);
    return needs.filter(other => !this.#setOf.has(other) && this.#recordOf.has(other));
  }

  #resolve(tree: number, { base, shared, fresh }: Tree): void {
    const inherited = base < 0 ? [] : inheritThrough(this.#lists.get(base) ?? [], shared);
    const own = fresh.filter(({ ref }) =>
      ref & 1 ? (this.#setOf.get(ref >> 1) ?? 0) !== 0 : this.#wanted.has(ref >> 1),
    );
    const list = own.length === 0 ? inherited : [...inherited, ...own].sort((a, b) => a.start - b.start);
    this.#lists.set(tree, list);
    this.#setOf.set(tree, this.#intern(list));
  }

  #intern(list: readonly Found[]): SetId {
    if (list.length === 0) return 0;
    const entries = list.map(({ records, name, nameLength, ref }): Entry => {
      const text = Buffer.from(records.names.buffer, records.names.byteOffset + name, nameLength).toString('latin1');
      return ref & 1
        ? { name: text, set: this.#setOf.get(ref >> 1) ?? 0, blob: -1 }
        : { name: text, set: 0, blob: ref >> 1 };
    });
    const key = entries.map(({ name, set, blob }) => `${name}/${set}/${blob}`).join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#sets.length);
    return this.#sets.push(entries) - 1;
  }

  #read(tree: number): Tree {
    const { records, at: from } = this.#recordOf.get(tree) ?? { records: null, at: 0 };
    if (!records) return { base: -1, shared: new Int32Array(0), fresh: [] };
    const { ints } = records;
    const sharedLength = 3 * (ints[from + 1] ?? 0);
    const at = from + 2 + sharedLength;
    const fresh = Array.from({ length: ints[at] ?? 0 }, (_, i): Found => {
      const entry = at + 1 + 4 * i;
      return {
        records,
        start: ints[entry] ?? 0,
        name: ints[entry + 1] ?? 0,
        nameLength: ints[entry + 2] ?? 0,
        ref: ints[entry + 3] ?? 0,
      };
    });
    return { base: ints[from] ?? -1, shared: ints.subarray(from + 2, at), fresh };
  }

  /**
   * Reports every path whose wanted blob in `set` differs from that in each of `parents`.
   *
   * @param onChange a path, its blob in the set, and its blob in each parent; -1: a blob that is not wanted, or none
   */
  compare(
    set: SetId,
    parents: readonly SetId[],
    onChange: (path: BytePath, after: number, before: readonly number[]) => void,
  ): void {
    const stack: { prefix: string; sets: readonly SetId[] }[] = [{ prefix: '', sets: [set, ...parents] }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const [own = 0, ...others] = top.sets;
      // What equals one parent came from there: a merge changes only what differs from all.
      if (others.includes(own)) continue;
      for (const name of this.#namesThatDiffer(own, others)) {
        const entries = top.sets.map(id => this.#byName(id).get(name));
        const [after = -1, ...before] = entries.map(entry => entry?.blob ?? -1);
        if (!before.includes(after)) onChange(top.prefix + name, after, before);
        const folders = entries.map(entry => entry?.set ?? 0);
        if (!folders.slice(1).includes(folders[0] ?? 0)) stack.push({ prefix: `${top.prefix}${name}/`, sets: folders });
      }
    }
  }

  // Names of one side or the other; the many that are the same on all sides are passed over at once.
  #namesThatDiffer(own: SetId, others: readonly SetId[]): Set<BytePath> {
    const names = new Set<BytePath>();
    const sides = [own, ...others];
    for (const id of sides) {
      for (const entry of this.#sets[id] ?? []) {
        const isSame = sides.every(side => side === id || isEqual(this.#byName(side).get(entry.name), entry));
        if (!isSame) names.add(entry.name);
      }
    }
    return names;
  }

  #byName(id: SetId): ReadonlyMap<BytePath, Merged> {
    let map = this.#maps[id];
    if (!map) {
      map = new Map<BytePath, Merged>();
      // A damaged tree may have a blob and a folder of one name.
      for (const { name, set, blob } of this.#sets[id] ?? []) {
        const other = map.get(name);
        map.set(name, { set: set || (other?.set ?? 0), blob: blob >= 0 ? blob : (other?.blob ?? -1) });
      }
      this.#maps[id] = map;
    }
    return map;
  }

  /** Calls back for every wanted blob in a set. */
  paths(set: SetId, onPath: (path: BytePath, blob: number) => void): void {
    this.compare(set, [0], (path, after) => after >= 0 && onPath(path, after));
  }
}

type Merged = { set: SetId; blob: number };

function isEqual(a: Merged | undefined, b: Merged): boolean {
  return a !== undefined && a.set === b.set && a.blob === b.blob;
}

// Entries of the base that stand in a shared block, at their new offset.
function inheritThrough(list: readonly Found[], shared: Int32Array): Found[] {
  if (list.length === 0) return [];
  const found: Found[] = [];
  for (let at = 0; at + 2 < shared.length; at += 3) {
    const [dst, src, length] = [shared[at] ?? 0, shared[at + 1] ?? 0, shared[at + 2] ?? 0];
    for (const entry of list)
      if (entry.start >= src && entry.start < src + length) found.push({ ...entry, start: entry.start - src + dst });
  }
  return found;
}
