// Which trees lead to wanted blobs, found from what each tree adds to its delta base (git/tree-records): no tree is parsed twice
// and no two trees are compared entry by entry. Answers for any root which wanted blobs stand below it, and what changed.

import type { BytePath } from '../types.js';
import { missingAt, type TreeRecords } from './tree-records.js';

/** The wanted blobs below a tree, with their names. Equal contents have equal ids; 0 is the empty set. */
export type SetId = number;

type Entry = { name: BytePath; set: SetId; blob: number }; // set 0: a blob; blob -1: a folder
type Found = { start: number; records: TreeRecords; name: number; nameLength: number; ref: number };

const NO_LIST: readonly Found[] = [];
const UNKNOWN = -1;
const OPEN = -2; // in work; a tree that stands below itself, which only a forged index can make, counts as empty there

/** Answers questions about recorded trees. Objects are numbers. */
export class TreeInterest {
  readonly #wanted: Uint8Array; // object number → 1: a wanted blob
  readonly #recorded: readonly TreeRecords[];
  readonly #missing: ReadonlyMap<string, number> | null;
  readonly #recordOf: Int32Array; // tree → which of the records has it, or -1
  readonly #placeOf: Int32Array; // tree → where in it
  readonly #lists = new Map<number, readonly Found[]>(); // tree → entries that lead to wanted blobs, if there are any
  readonly #setOf: Int32Array; // tree → its set, UNKNOWN or OPEN
  readonly #sets: (readonly Entry[])[] = [[]];
  readonly #maps: (Map<BytePath, Merged> | undefined)[] = []; // of the sets that were compared, by name
  readonly #known = new Map<string, SetId>([['', 0]]);

  /**
   * @param wanted object numbers of blobs
   * @param missing objects that are not here and wanted all the same → their numbers, other than those of all that are here
   */
  constructor(
    recorded: readonly TreeRecords[],
    wanted: ReadonlySet<number>,
    missing: ReadonlyMap<string, number> | null = null,
  ) {
    this.#recorded = recorded;
    this.#missing = missing;
    let count = 1;
    for (const { trees } of recorded)
      for (let i = 0; i + 1 < trees.length; i += 2) count = Math.max(count, (trees[i] as number) + 1);
    this.#recordOf = new Int32Array(count).fill(-1);
    this.#placeOf = new Int32Array(count);
    this.#setOf = new Int32Array(count).fill(UNKNOWN);
    recorded.forEach(({ trees }, number) => {
      for (let i = 0; i + 1 < trees.length; i += 2) {
        this.#recordOf[trees[i] as number] = number;
        this.#placeOf[trees[i] as number] = trees[i + 1] as number;
      }
    });
    let highest = 0;
    for (const blob of wanted) highest = Math.max(highest, blob);
    this.#wanted = new Uint8Array(highest + 1);
    for (const blob of wanted) this.#wanted[blob] = 1;
  }

  /** The set of wanted blobs below a tree; null when the tree was never recorded. */
  setOf(tree: number): SetId | null {
    if (!this.#isRecorded(tree)) return null;
    // Bases and folders first, on a stack of our own: delta chains are deeper than any call stack.
    const stack = [tree];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if ((this.#setOf[top] ?? 0) >= 0 || !this.#pushUnresolved(top, stack)) stack.pop();
    }
    return this.#setOf[tree] ?? 0;
  }

  #isRecorded(tree: number): boolean {
    return (this.#recordOf[tree] ?? -1) >= 0;
  }

  // Puts what a tree needs on the stack; resolves it and gives false when there is nothing left.
  #pushUnresolved(tree: number, stack: number[]): boolean {
    const records = this.#recorded[this.#recordOf[tree] as number];
    if (!records) return false;
    this.#setOf[tree] = OPEN;
    const { ints } = records;
    const from = this.#placeOf[tree] as number;
    const base = ints[from] as number;
    const before = stack.length;
    if (base >= 0 && this.#isUnresolved(base)) stack.push(base);
    const first = from + 2 + 3 * (ints[from + 1] as number);
    const end = first + 1 + 4 * (ints[first] as number);
    for (let at = first + 4; at < end; at += 4) {
      const ref = ints[at] as number;
      if (ref >= 0 && ref & 1 && this.#isUnresolved(ref >> 1)) stack.push(ref >> 1);
    }
    if (stack.length > before) return true;
    this.#resolve(tree, records, { base, shared: ints.subarray(from + 2, first), first, end });
    return false;
  }

  #isUnresolved(tree: number): boolean {
    return this.#isRecorded(tree) && this.#setOf[tree] === UNKNOWN;
  }

  #resolve(
    tree: number,
    records: TreeRecords,
    { base, shared, first, end }: { base: number; shared: Int32Array; first: number; end: number },
  ): void {
    const { ints } = records;
    const inherited = base < 0 ? NO_LIST : inheritThrough(this.#lists.get(base) ?? NO_LIST, shared);
    let list: Found[] | null = null;
    for (let at = first + 1; at < end; at += 4) {
      const ref = ints[at + 3] as number;
      if (!this.#leads(ref)) continue;
      list ??= [...inherited];
      list.push({
        records,
        start: ints[at] as number,
        name: ints[at + 1] as number,
        nameLength: ints[at + 2] as number,
        ref,
      });
    }
    const found = list ? list.sort((a, b) => a.start - b.start) : inherited;
    if (found.length > 0) this.#lists.set(tree, found);
    this.#setOf[tree] = this.#intern(found);
  }

  #leads(ref: number): boolean {
    if (ref < 0) return this.#missing !== null;
    return ref & 1 ? (this.#setOf[ref >> 1] ?? UNKNOWN) > 0 : this.#wanted[ref >> 1] === 1;
  }

  #intern(list: readonly Found[]): SetId {
    if (list.length === 0) return 0;
    const entries = list.map(({ records, name, nameLength, ref }): Entry => {
      const text = Buffer.from(records.names.buffer, records.names.byteOffset + name, nameLength).toString('latin1');
      if (ref < 0) return { name: text, set: 0, blob: this.#missing?.get(records.missing[missingAt(ref)] ?? '') ?? -1 };
      return ref & 1
        ? { name: text, set: this.#setOf[ref >> 1] ?? 0, blob: -1 }
        : { name: text, set: 0, blob: ref >> 1 };
    });
    const key = entries.map(({ name, set, blob }) => `${name}/${set}/${blob}`).join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#sets.length);
    return this.#sets.push(entries) - 1;
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

  /** Calls back for everything wanted below some sets, each set once. */
  members(sets: Iterable<SetId>, onMember: (blob: number) => void): void {
    const seen = new Set<SetId>(sets);
    for (const id of seen) {
      for (const { set, blob } of this.#sets[id] ?? []) {
        if (blob >= 0) onMember(blob);
        if (set > 0) seen.add(set); // a Set goes on to what is added meanwhile
      }
    }
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

// Entries of the base that stand in a shared block, at their new offset. Blocks come in the order of the tree, and so do entries.
function inheritThrough(list: readonly Found[], shared: Int32Array): readonly Found[] {
  if (list.length === 0) return list;
  const found: Found[] = [];
  for (let at = 0; at + 2 < shared.length; at += 3) {
    const dst = shared[at] as number;
    const src = shared[at + 1] as number;
    const end = src + (shared[at + 2] as number);
    for (let i = firstFrom(list, src); i < list.length; i++) {
      const entry = list[i] as Found;
      if (entry.start >= end) break;
      found.push(dst === src ? entry : { ...entry, start: entry.start - src + dst });
    }
  }
  return found;
}

// Index of the first entry that begins at or behind an offset.
function firstFrom(list: readonly Found[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Found).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
