// What each tree adds to its delta base, written down: new entries and shared blocks, by object numbers. Trees come base before child,
// from any number of recorders at once (git/tree-delta.ts); git/tree-interest reads what they wrote.

import { IntList } from '../int-list.js';
import { forEachEntry } from './tree-entries.js';

/** What a recorder has written: plain arrays, so that a worker can send them. */
export type TreeRecords = {
  trees: Int32Array; // [number of the tree, offset of its record] …
  ints: Int32Array; // [base or -1, shared blocks, 3 numbers each …, fresh entries, [start, name, name length, ref] …]; see refTo
  names: Uint8Array; // one after another
  missing: string[]; // ids that entries name and nobody knows, the first thousand
  hasMore: boolean; // of those
};

/** What an entry leads to: the number of an object, and whether it is a folder. */
export function refTo(object: number, isTree: boolean): number {
  return 2 * object + (isTree ? 1 : 0);
}

/** The same for an object that is not here. @param at its place in `missing` */
function refToMissing(at: number, isTree: boolean): number {
  return -1 - refTo(at, isTree);
}

/** The place in `missing` of what a ref leads to; -1: it is here. */
export function missingAt(ref: number): number {
  return ref < 0 ? (-1 - ref) >> 1 : -1;
}

/**
 * Makes records independent of what objects have which numbers outside [0, count), and fits them to other numbers again.
 *
 * @param oidOf the id of an object outside
 */
export function withoutOutside(records: TreeRecords, count: number, oidOf: (object: number) => string): TreeRecords {
  const missing = [...records.missing];
  if (!hasOutside(records, count)) return records;
  const places = new Map(missing.map((oid, at) => [oid, at]));
  const ints = mapRefs(records, ref => {
    if (ref < 0 || ref >> 1 < count) return ref;
    const oid = oidOf(ref >> 1);
    const at = places.get(oid) ?? missing.push(oid) - 1;
    places.set(oid, at);
    return refToMissing(at, (ref & 1) === 1);
  });
  return { ...records, ints, missing };
}

/** The way back. @param numberOf the number of an object, or -1 when it is not here */
export function withOutside(records: TreeRecords, numberOf: (oid: string) => number): TreeRecords {
  const numbers = records.missing.map(numberOf);
  if (numbers.every(number => number < 0)) return records;
  const ints = mapRefs(records, ref => {
    const number = numbers[missingAt(ref)] ?? -1;
    return ref < 0 && number >= 0 ? refTo(number, ((-1 - ref) & 1) === 1) : ref;
  });
  // Places in the list stay as they are; what is here is no longer missing.
  return { ...records, ints, missing: records.missing.map((oid, at) => ((numbers[at] ?? -1) < 0 ? oid : '')) };
}

function hasOutside({ trees, ints }: TreeRecords, count: number): boolean {
  for (let tree = 1; tree < trees.length; tree += 2) {
    const from = trees[tree] as number;
    const first = from + 2 + 3 * (ints[from + 1] as number);
    const end = first + 1 + 4 * (ints[first] as number);
    for (let at = first + 4; at < end; at += 4) if ((ints[at] as number) >> 1 >= count) return true;
  }
  return false;
}

function mapRefs({ trees, ints }: TreeRecords, change: (ref: number) => number): Int32Array {
  const changed = ints.slice();
  for (let tree = 1; tree < trees.length; tree += 2) {
    const from = trees[tree] as number;
    const first = from + 2 + 3 * (ints[from + 1] as number);
    const end = first + 1 + 4 * (ints[first] as number);
    for (let at = first + 4; at < end; at += 4) changed[at] = change(ints[at] as number);
  }
  return changed;
}

const MAX_MISSING = 1000;

/** Records trees as they are, and takes records that were made elsewhere. */
export class TreeRecorder {
  readonly #idBytes: number;
  readonly #numberOf: (bytes: Uint8Array, at: number) => number;
  readonly #trees = new IntList();
  readonly #ints = new IntList();
  readonly #names = new ByteList();
  readonly #missing = new Map<string, number>();
  #hasMore = false;

  /** @param numberOf the number of the object whose id stands at an offset, or -1 */
  constructor(idBytes: number, numberOf: (bytes: Uint8Array, at: number) => number) {
    this.#idBytes = idBytes;
    this.#numberOf = numberOf;
  }

  /**
   * Takes one tree, without a base.
   *
   * @throws {RangeError} the bytes are not a tree
   */
  add(tree: number, bytes: Uint8Array): void {
    const ints = this.#ints;
    const from = ints.length;
    const names = this.#names.length;
    ints.push(-1);
    ints.push(0);
    ints.push(0);
    try {
      forEachEntry(bytes, this.#idBytes, ({ start, nameStart, nameEnd, isTree }) => {
        const ref = this.refOf(bytes, nameEnd + 1, isTree);
        if (ref === null) return;
        ints.push(start);
        ints.push(this.#names.add(bytes, nameStart, nameEnd));
        ints.push(nameEnd - nameStart);
        ints.push(ref);
        ints.increment(from + 2);
      });
    } catch (error) {
      ints.length = from;
      this.#names.length = names;
      throw error;
    }
    this.#trees.push(tree);
    this.#trees.push(from);
  }

  /**
   * Takes the record of one tree, whose names stand behind those that are here.
   *
   * @param record its numbers, from one place to another @param names its names, likewise
   */
  take(tree: number, record: { ints: Int32Array; from: number; to: number }, names: NameRange): void {
    this.#trees.push(tree);
    this.#trees.push(this.#ints.length);
    this.#ints.append(record.ints, record.from, record.to);
    this.#names.add(names.bytes, names.from, names.to);
  }

  /** Bytes of the names so far. */
  get nameBytes(): number {
    return this.#names.length;
  }

  /** What the id at an offset leads to; null: it is not here, and too many others are not. */
  refOf(bytes: Uint8Array, at: number, isTree: boolean): number | null {
    const object = this.#numberOf(bytes, at);
    if (object >= 0) return refTo(object, isTree);
    const oid = hexAt(bytes, at, this.#idBytes);
    const known = this.#missing.get(oid);
    if (known !== undefined) return refToMissing(known, isTree);
    this.#hasMore ||= this.#missing.size === MAX_MISSING;
    if (this.#hasMore) return null;
    this.#missing.set(oid, this.#missing.size);
    return refToMissing(this.#missing.size - 1, isTree);
  }

  /** Everything recorded so far. */
  records(): TreeRecords {
    return {
      trees: this.#trees.done(),
      ints: this.#ints.done(),
      names: this.#names.done(),
      missing: [...this.#missing.keys()],
      hasMore: this.#hasMore,
    };
  }
}

/** Some of the names in an array. */
export type NameRange = { bytes: Uint8Array; from: number; to: number };

function hexAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('hex');
}

/** A growing run of bytes that holds names. */
class ByteList {
  #bytes: Buffer = Buffer.alloc(1 << 12);
  length = 0;

  add(source: Uint8Array, start: number, end: number): number {
    while (this.length + end - start > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    const at = this.length;
    const bytes = this.#bytes;
    for (let i = start, to = at; i < end; i++) bytes[to++] = source[i] as number; // names are short
    this.length = at + end - start;
    return at;
  }

  done(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.length)); // a copy of its own size, cheap to send
  }
}
