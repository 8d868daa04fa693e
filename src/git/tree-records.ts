// Writes down what each tree adds to its delta base: new entries and shared blocks, by object numbers. Trees come base before
// child, from any number of recorders at once; git/tree-interest reads what they wrote.

import { type DeltaOps, type TreeDifference, treeDifference } from './tree-entries.js';

export type TreeBase = { tree: number; starts: Int32Array; length: number; ops: DeltaOps };

/** What a recorder has written: plain arrays, so that a worker can send them. */
export type TreeRecords = {
  trees: Int32Array; // [number of the tree, offset of its record] …
  ints: Int32Array; // [base or -1, shared blocks, 3 numbers each …, fresh entries, [start, name, name length, ref] …]
  names: Uint8Array; // one after another
  missing: string[]; // ids that entries name and nobody knows, the first thousand
};

const MAX_MISSING = 1000;

/** Records trees. ref of an entry: 2 × object number, + 1 for a folder. */
export class TreeRecorder {
  readonly #idBytes: number;
  readonly #numberOf: (bytes: Uint8Array, at: number) => number;
  readonly #trees = new IntList();
  readonly #ints = new IntList();
  readonly #names = new ByteList();
  readonly #missing = new Set<string>();

  /** @param numberOf the number of the object whose id stands at an offset, or -1 */
  constructor(idBytes: number, numberOf: (bytes: Uint8Array, at: number) => number) {
    this.#idBytes = idBytes;
    this.#numberOf = numberOf;
  }

  /**
   * Takes one tree.
   *
   * @returns the entry starts, which its delta children need
   * @throws {RangeError} the bytes are not a tree
   */
  add(tree: number, bytes: Uint8Array, base: TreeBase | null): Int32Array {
    const difference = treeDifference(bytes, base, this.#idBytes);
    this.#trees.push(tree);
    this.#trees.push(this.#ints.length);
    this.#write(bytes, base?.tree ?? -1, difference);
    return difference.starts;
  }

  #write(bytes: Uint8Array, base: number, { shared, fresh }: TreeDifference): void {
    const ints = this.#ints;
    ints.push(base);
    ints.push(shared.length / 3);
    for (const value of shared) ints.push(value);
    const countAt = ints.length;
    ints.push(0);
    for (const entry of fresh) {
      if (entry.isSubmodule) continue;
      const object = this.#numberOf(bytes, entry.nameEnd + 1);
      if (object < 0) {
        if (this.#missing.size < MAX_MISSING) this.#missing.add(hexAt(bytes, entry.nameEnd + 1, this.#idBytes));
        continue;
      }
      ints.push(entry.start);
      ints.push(this.#names.add(bytes, entry.nameStart, entry.nameEnd));
      ints.push(entry.nameEnd - entry.nameStart);
      ints.push(2 * object + (entry.isTree ? 1 : 0));
      ints.increment(countAt);
    }
  }

  /** Everything recorded so far. */
  records(): TreeRecords {
    return {
      trees: this.#trees.done(),
      ints: this.#ints.done(),
      names: this.#names.done(),
      missing: [...this.#missing],
    };
  }
}

function hexAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('hex');
}

/** A growing list of 32-bit integers. */
class IntList {
  #values = new Int32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  done(): Int32Array {
    return this.#values.slice(0, this.length);
  }

  increment(at: number): void {
    this.#values[at] = (this.#values[at] ?? 0) + 1;
  }
}

/** A growing run of bytes that holds names. */
class ByteList {
  #bytes: Buffer = Buffer.alloc(1 << 12);
  #length = 0;

  add(source: Uint8Array, start: number, end: number): number {
    while (this.#length + end - start > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    this.#bytes.set(source.subarray(start, end), this.#length);
    this.#length += end - start;
    return this.#length - (end - start);
  }

  done(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.#length)); // a copy of its own size, cheap to send
  }
}
