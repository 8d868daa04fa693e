// Records what trees add to those that they are deltas of, in the memory that they were unpacked into (assembly/tree-delta.ts).

import type { PackIndex } from './pack-index.js';
import type { TreeRecorder } from './tree-records.js';
import type { Block } from './unpack.js';
import type { Own, UnpackMemory } from './unpack-memory.js';

/** A tree that others may be deltas of. */
export type TreeState = {
  tree: number;
  starts: Block; // of its entries
  isOwn: boolean; // or they are those of its base
  size: number; // bytes
};

/** A pack, and the number of its first object. */
export type NumberedPack = { index: PackIndex; firstNumber: number };

const PACK_BYTES = 20; // see assembly/find-object.ts
const MAX_TABLE_BYTES = 64 * 1024 * 1024; // every thread has a copy; beyond that, each id is looked up in the shared one
const SAME = -1;
const NO_TREE = -2;

/** Where tables that find the objects of packs end, when they begin at a place: so much is to be reserved of the memory. */
export function tablesEnd(from: number, packs: readonly NumberedPack[]): number {
  const bytes = packs.reduce((sum, { index }) => sum + tableBytes(index), packs.length * PACK_BYTES);
  return bytes > MAX_TABLE_BYTES ? from : from + bytes;
}

function tableBytes({ oids, starts, entries }: PackIndex): number {
  return aligned(oids.length) + 4 * (starts.length + entries.length);
}

function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** Writes these tables. @param at divisible by 4 */
export function writeTables(memory: UnpackMemory, at: number, packs: readonly NumberedPack[]): void {
  if (!memory.own || tablesEnd(at, packs) === at) return;
  const ints = new Uint32Array(memory.bytes.buffer);
  let next = at + packs.length * PACK_BYTES;
  packs.forEach(({ index, firstNumber }, i) => {
    const oidsAt = next;
    const startsAt = oidsAt + aligned(index.oids.length);
    const entriesAt = startsAt + 4 * index.starts.length;
    memory.bytes.set(index.oids, oidsAt);
    ints.set(index.starts, startsAt >> 2);
    ints.set(index.entries, entriesAt >> 2);
    ints.set([oidsAt, startsAt, entriesAt, index.startShift, firstNumber], (at + i * PACK_BYTES) >> 2);
    next = entriesAt + 4 * index.entries.length;
  });
  memory.own.setPacks(at, packs.length);
}

/** Makes records of trees, and hands them to a recorder. */
export class TreeDeltas {
  readonly #memory: UnpackMemory;
  readonly #own: Own;
  readonly #idBytes: number;
  readonly #recorder: TreeRecorder;
  #ints: Int32Array = new Int32Array(0);
  #era = -1; // of the memory when the work area was taken
  #workAt = 0;
  #partBytes = 0;

  /** @param memory has WebAssembly */
  constructor(memory: UnpackMemory, idBytes: number, recorder: TreeRecorder) {
    if (!memory.own) throw new RangeError('no WebAssembly');
    this.#memory = memory;
    this.#own = memory.own;
    this.#idBytes = idBytes;
    this.#recorder = recorder;
  }

  /**
   * Records a tree. The memory may grow.
   *
   * @param base what it is a delta of, and how it is made of it; null: nothing
   * @throws {RangeError} the bytes are not a tree, or there is no memory for its record
   */
  add(tree: number, { at, size }: Block, base: { state: TreeState; ops: Block } | null): TreeState {
    this.#makeRoom(size);
    const { nameBytes } = this.#recorder;
    const count = this.#own.recordTree(
      at,
      size,
      this.#idBytes,
      base ? base.state.starts.at : 0,
      base ? base.state.starts.size >> 2 : 0,
      base ? base.state.size : 0,
      base ? base.state.tree : -1,
      base ? base.ops.at : 0,
      base ? base.ops.at + base.ops.size : 0,
      nameBytes,
    );
    if (count === NO_TREE) throw new RangeError(`no tree entry at byte ${this.#own.failedAt.value}`);
    this.#take(tree);
    if (count === SAME && base) return { tree, starts: base.state.starts, isOwn: false, size };
    return { tree, starts: this.#keep(4 * count), isOwn: true, size };
  }

  /** Takes back what a state holds of the memory. */
  release({ starts, isOwn }: TreeState): void {
    if (isOwn) this.#memory.give(starts.at, starts.size);
  }

  #makeRoom(size: number): void {
    const { era } = this.#memory;
    if (this.#era === era && size + 64 <= this.#partBytes) return;
    // An entry has 22 bytes at least, and no part takes more than 16 for it.
    const partBytes = Math.max(this.#partBytes, (2 * size + 64 + 15) & ~15);
    const isOurs = this.#era === era; // the area before it: when blocks were forgotten, it was, too
    this.#workAt = isOurs
      ? this.#memory.exchange(this.#workAt, 5 * this.#partBytes, 5 * partBytes)
      : this.#memory.take(5 * partBytes);
    this.#era = era;
    this.#partBytes = partBytes;
    this.#own.setRecords(this.#workAt, partBytes);
  }

  #take(tree: number): void {
    const { bytes } = this.#memory;
    if (this.#ints.buffer !== bytes.buffer) this.#ints = new Int32Array(bytes.buffer);
    const from = this.#workAt >> 2;
    const to = this.#settle(this.#own.recordEnd.value >> 2);
    const names = { bytes, from: this.#workAt + this.#partBytes, to: this.#own.namesEnd.value };
    this.#recorder.take(tree, { ints: this.#ints, from, to }, names);
  }

  // Refs that the tables do not know. Where there are too many, the entries go. Returns the end of the record.
  #settle(recordEnd: number): number {
    const ints = this.#ints;
    const openFrom = (this.#workAt + 3 * this.#partBytes) >> 2;
    const openTo = this.#own.openEnd.value >> 2;
    const gone: number[] = [];
    for (let open = openFrom; open < openTo; open += 2) {
      const place = (this.#workAt >> 2) + (ints[open] as number);
      const ref = this.#recorder.refOf(this.#memory.bytes, ints[place] as number, ints[open + 1] === 1);
      if (ref === null) gone.push(place - 3);
      else ints[place] = ref;
    }
    let end = recordEnd;
    for (const entry of gone.reverse()) {
      ints.copyWithin(entry, entry + 4, end);
      end -= 4;
    }
    const from = this.#workAt >> 2;
    const countAt = from + 2 + 3 * (ints[from + 1] as number);
    ints[countAt] = (ints[countAt] as number) - gone.length;
    return end;
  }

  #keep(size: number): Block {
    const at = this.#memory.take(size);
    const from = this.#workAt + 2 * this.#partBytes;
    this.#memory.bytes.copyWithin(at, from, from + size);
    return { at, size };
  }
}
