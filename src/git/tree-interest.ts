// Which trees lead to wanted blobs, found from what each tree adds to its delta base (git/tree-records): no tree is parsed twice
// and no two trees are compared entry by entry. Answers for any root which wanted blobs stand below it, and what changed.

import { firstNotBelow, IntList } from '../int-list.js';
import type { BytePath } from '../types.js';
import { NameSets, type SetId } from './name-sets.js';
import { missingAt, type TreeRecords } from './tree-records.js';

export type { SetId } from './name-sets.js';

const UNKNOWN = -1;
const OPEN = -2; // in work; a tree that stands below itself, which only a forged index can make, counts as empty there

/** Entries that lead to wanted blobs, by where they start in their tree. */
class EntryList {
  readonly starts = new IntList();
  readonly names = new IntList(); // 2 × the number of the name, and 1 for a folder
  readonly values = new IntList(); // the blob, or the set of the folder

  get length(): number {
    return this.starts.length;
  }

  clear(): void {
    this.starts.clear();
    this.names.clear();
    this.values.clear();
  }

  push(start: number, name: number, value: number): void {
    this.starts.push(start);
    this.names.push(name);
    this.values.push(value);
  }

  pushFrom({ starts, names, values }: EntryList, at: number): void {
    this.push(starts.values[at] as number, names.values[at] as number, values.values[at] as number);
  }
}

/** Answers questions about recorded trees, the wanted blobs below them and their names. Objects are numbers. */
export class TreeInterest {
  readonly #wanted: Uint8Array; // object number → 1: a wanted blob
  readonly #recorded: readonly TreeRecords[];
  readonly #missing: ReadonlyMap<string, number> | null;
  readonly #recordOf: Int32Array; // tree → which of the records has it, or -1
  readonly #placeOf: Int32Array; // tree → where in it
  readonly #setOf: Int32Array; // tree → its set, UNKNOWN or OPEN
  readonly #startsOf: Int32Array; // tree → where in #starts those of its entries stand, one for each member of its set
  readonly #starts = new IntList();
  readonly #sets = new NameSets();
  readonly #names: BytePath[] = [];
  readonly #numberOf = new Map<BytePath, number>();
  readonly #bytesOf: readonly Buffer[]; // the names of each of the records
  readonly #inherited = new EntryList(); // of the tree in work
  readonly #fresh = new EntryList();
  readonly #merged = new EntryList();

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
    this.#bytesOf = recorded.map(({ names }) => Buffer.from(names.buffer, names.byteOffset, names.byteLength));
    let count = 1;
    for (const { trees } of recorded)
      for (let i = 0; i + 1 < trees.length; i += 2) count = Math.max(count, (trees[i] as number) + 1);
    this.#recordOf = new Int32Array(count).fill(-1);
    this.#placeOf = new Int32Array(count);
    this.#setOf = new Int32Array(count).fill(UNKNOWN);
    this.#startsOf = new Int32Array(count);
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
      if ((this.#setOf[top] as number) >= 0 || !this.#pushUnresolved(top, stack)) stack.pop();
    }
    return this.#setOf[tree] as number;
  }

  #isRecorded(tree: number): boolean {
    return (this.#recordOf[tree] ?? -1) >= 0;
  }

  // Puts what a tree needs on the stack; resolves it and gives false when there is nothing left.
  #pushUnresolved(tree: number, stack: number[]): boolean {
    const number = this.#recordOf[tree] as number;
    const records = this.#recorded[number];
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
    const isMoved = this.#inherit(base, ints, from + 2, first);
    this.#collectFresh(number, records, first + 1, end);
    this.#settle(tree, base, isMoved);
    return false;
  }

  #isUnresolved(tree: number): boolean {
    return this.#setOf[tree] === UNKNOWN && this.#isRecorded(tree);
  }

  // Entries of the base that stand in a shared block, at their new offset. Blocks come in the order of the tree, and so do entries.
  // Tells whether anything stands elsewhere now.
  #inherit(base: number, ints: Int32Array, from: number, end: number): boolean {
    const inherited = this.#inherited;
    inherited.clear();
    const set = base < 0 ? 0 : (this.#setOf[base] ?? 0);
    if (set <= 0) return false;
    const { names, values, from: member, to } = this.#sets.at(set);
    const starts = this.#starts.values;
    const offset = (this.#startsOf[base] as number) - member; // from a member to its start
    let isMoved = false;
    for (let at = from; at + 2 < end; at += 3) {
      const src = ints[at + 1] as number;
      const shift = (ints[at] as number) - src;
      const last = src + (ints[at + 2] as number);
      let i = firstNotBelow(starts, src, { from: member + offset, to: to + offset }) - offset;
      for (; i < to && (starts[i + offset] as number) < last; i++) {
        inherited.push((starts[i + offset] as number) + shift, names[i] as number, values[i] as number);
        isMoved ||= shift !== 0;
      }
    }
    return isMoved;
  }

  #collectFresh(number: number, { ints, missing }: TreeRecords, from: number, end: number): void {
    const fresh = this.#fresh;
    fresh.clear();
    for (let at = from; at < end; at += 4) {
      const ref = ints[at + 3] as number;
      const value = ref < 0 ? (this.#missing?.get(missing[missingAt(ref)] ?? '') ?? -1) : this.#valueOf(ref);
      if (value < 0) continue;
      const nameAt = ints[at + 1] as number;
      const name = this.#bytesOf[number]?.toString('latin1', nameAt, nameAt + (ints[at + 2] as number));
      const isFolder = ref < 0 ? 0 : ref & 1;
      fresh.push(ints[at] as number, 2 * this.#nameNumber(name ?? '') + isFolder, value);
    }
  }

  // Of a folder its set, of a blob itself; -1: it leads to nothing that is wanted.
  #valueOf(ref: number): number {
    const object = ref >> 1;
    if (ref & 1) return (this.#setOf[object] ?? 0) > 0 ? (this.#setOf[object] as number) : -1;
    return this.#wanted[object] === 1 ? object : -1;
  }

  #nameNumber(name: BytePath): number {
    const known = this.#numberOf.get(name);
    if (known !== undefined) return known;
    this.#numberOf.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  // Most trees change nothing that leads to wanted blobs: they have the entries of their base, and no list of their own.
  #settle(tree: number, base: number, isMoved: boolean): void {
    const [inherited, fresh] = [this.#inherited, this.#fresh];
    const inBase = base < 0 ? 0 : Math.max(0, this.#setOf[base] ?? 0);
    if (fresh.length === 0 && !isMoved && inherited.length === this.#sets.size(inBase)) {
      this.#setOf[tree] = inBase;
      this.#startsOf[tree] = inBase === 0 ? 0 : (this.#startsOf[base] as number);
      return;
    }
    const list = fresh.length === 0 ? inherited : merge(inherited, fresh, this.#merged);
    this.#startsOf[tree] = this.#starts.length;
    this.#starts.append(list.starts.values, 0, list.length);
    this.#setOf[tree] = this.#sets.intern(list.names.values, list.values.values, list.length);
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
      // What equals one parent came from there: a merge changes only what differs from all.
      if (top.sets.includes(top.sets[0] ?? 0, 1)) continue;
      const { names, valuesOf } = this.#sets.differing(top.sets);
      // A damaged tree may have a blob and a folder of one name.
      for (const number of new Set([...names].map(name => name >> 1))) {
        const path = top.prefix + this.#names[number];
        const [after = -1, ...before] = valuesOf.map(values => values.get(2 * number) ?? -1);
        if (!before.includes(after)) onChange(path, after, before);
        const folders = valuesOf.map(values => values.get(2 * number + 1) ?? 0);
        if (!folders.includes(folders[0] ?? 0, 1)) stack.push({ prefix: `${path}/`, sets: folders });
      }
    }
  }

  /** Calls back for everything wanted below some sets, each set once. */
  members(sets: Iterable<SetId>, onMember: (blob: number) => void): void {
    const seen = new Set<SetId>(sets);
    for (const id of seen) {
      const { names, values, from, to } = this.#sets.at(id);
      for (let i = from; i < to; i++) {
        if ((names[i] as number) & 1)
          seen.add(values[i] as number); // a Set goes on to what is added meanwhile
        else onMember(values[i] as number);
      }
    }
  }

  /** Calls back for every wanted blob in a set. */
  paths(set: SetId, onPath: (path: BytePath, blob: number) => void): void {
    this.compare(set, [0], (path, after) => after >= 0 && onPath(path, after));
  }
}

// Both are sorted by where entries start.
function merge(a: EntryList, b: EntryList, merged: EntryList): EntryList {
  merged.clear();
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    const isFirst =
      k === b.length || (i < a.length && (a.starts.values[i] as number) <= (b.starts.values[k] as number));
    if (isFirst) merged.pushFrom(a, i++);
    else merged.pushFrom(b, k++);
  }
  return merged;
}
