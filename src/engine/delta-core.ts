// The WebAssembly of the delta-aware scan and its tables, in the memory that objects are unpacked into. Pure.

import type { Block } from '../git/unpack.js';
import type { UnpackMemory } from '../git/unpack-memory.js';
import { writeTables } from '../kernel/kernel.js';
import { compileWasm, instantiateWasm, type WasmModule } from '../wasm.js';
import type { Engine } from './compile-rules.js';
import { MEMO_BYTES, MEMO_SLOTS } from './delta-layout.js';
import { DeltaTables, tablesAt, tablesEnd } from './delta-tables.js';
import { DELTA_WASM } from './delta-wasm.js';

/** What src/engine/assembly exports. */
type Exports = {
  readonly pendingEnd: { readonly value: number };
  readonly carriedEnd: { readonly value: number };
  prepare(tablesAt: number, memoAt: number): void;
  setWork(rows: number, fresh: number, pending: number, carried: number, end: number): void;
  scanObject(
    at: number,
    size: number,
    isBinary: number,
    isLeaf: number,
    parent: number,
    parentEnd: number,
    parentSize: number,
    ops: number,
    opsEnd: number,
  ): number;
  hasNul(at: number, length: number): number;
  remember(
    at: number,
    size: number,
    start: number,
    keyword: number,
    isBinary: number,
    back: number,
    ahead: number,
  ): void;
};

const FIRST_PART_BYTES = 64 * 1024; // of the four parts of the work area: rows, fresh hits, pending ones, carried matches

let compiled: WasmModule | null = null;

/** Bytes that have to be reserved in a memory for the scan: what a core needs ends there. */
export function reservedFor(engine: Engine): number {
  return tablesEnd(engine) + 4 * MEMO_SLOTS + MEMO_BYTES;
}

/** What one scan of an object has written into the memory. */
export type CoreOutcome = {
  rows: Block; // in the work area: to be copied before the next scan
  pendingAt: number;
  pendingEnd: number;
  carriedAt: number;
  carriedEnd: number;
};

/** The scan in one memory. Not to be used by two callers at once. */
export class DeltaCore {
  readonly #memory: UnpackMemory;
  readonly #exports: Exports;
  readonly #tables: DeltaTables;
  #parts = [0, 1, 2, 3].map(() => FIRST_PART_BYTES);
  #starts: number[] = []; // of the parts
  #era = -1; // of the memory when the work area was taken
  #ints: Int32Array = new Int32Array(0);
  readonly #outcome = { rows: { at: 0, size: 0 }, pendingAt: 0, pendingEnd: 0, carriedAt: 0, carriedEnd: 0 };

  /** @param memory made with `reservedFor` bytes reserved, and WebAssembly */
  constructor(engine: Engine, memory: UnpackMemory) {
    if (!memory.own) throw new RangeError('no WebAssembly');
    this.#memory = memory;
    compiled ??= compileWasm(DELTA_WASM);
    // The types of Exports are those of assembly/index.ts.
    this.#exports = instantiateWasm(compiled, { env: { memory: memory.own.memory } }) as Exports;
    writeTables(memory.own.memory.buffer, engine.keywords);
    this.#tables = new DeltaTables(engine, memory);
    this.#exports.prepare(tablesAt(engine), tablesEnd(engine));
  }

  /** The memory as numbers; another array after it has grown. */
  get ints(): Int32Array {
    const { buffer } = this.#memory.bytes;
    if (this.#ints.buffer !== buffer) this.#ints = new Int32Array(buffer);
    return this.#ints;
  }

  /**
   * Scans an object.
   *
   * @param delta rows of the base, its size, and how the object is made of it; null: all of it is new
   * @throws {RangeError} it has more hits than there is memory for
   */
  scan(
    { at, size }: Block,
    { isBinary, isLeaf }: { isBinary: boolean; isLeaf: boolean },
    delta: { rows: Block; baseSize: number; ops: Block } | null,
  ): CoreOutcome {
    const { pendingEnd, carriedEnd } = this.#exports;
    for (;;) {
      if (this.#era !== this.#memory.era) this.#takeWork();
      const rowsBytes = this.#exports.scanObject(
        at,
        size,
        isBinary ? 1 : 0,
        isLeaf ? 1 : 0,
        delta ? delta.rows.at : 0,
        delta ? delta.rows.at + delta.rows.size : 0,
        delta ? delta.baseSize : 0,
        delta ? delta.ops.at : 0,
        delta ? delta.ops.at + delta.ops.size : 0,
      );
      if (rowsBytes >= 0) {
        const outcome = this.#outcome;
        const [rowsAt = 0, , pendingAt = 0, carriedAt = 0] = this.#starts;
        outcome.rows.at = rowsAt;
        outcome.rows.size = rowsBytes;
        outcome.pendingAt = pendingAt;
        outcome.pendingEnd = pendingEnd.value;
        outcome.carriedAt = carriedAt;
        outcome.carriedEnd = carriedEnd.value;
        return outcome;
      }
      this.#grow(-1 - rowsBytes);
    }
  }

  /** Whether one of the first bytes is NUL. */
  hasNul({ at, size }: Block, among: number): boolean {
    return this.#exports.hasNul(at, Math.min(size, among)) !== 0;
  }

  /** To be called for each hit that was pending: keywords that are often so are rejected from then on where bytes can tell. */
  learn(keyword: number): void {
    this.#tables.learn(keyword);
  }

  /** Remembers that an evaluation gave nothing, and how far it looked. */
  remember(
    { at, size }: Block,
    hit: { start: number; keyword: number; isBinary: boolean },
    look: { back: number; ahead: number },
  ): void {
    this.#exports.remember(at, size, hit.start, hit.keyword, hit.isBinary ? 1 : 0, look.back, look.ahead);
  }

  #takeWork(): void {
    this.#divide(this.#memory.take(sum(this.#parts)), this.#parts);
    this.#era = this.#memory.era;
  }

  #grow(part: number): void {
    const parts = this.#parts.map((bytes, i) => (i === part ? 2 * bytes : bytes));
    this.#divide(this.#memory.exchange(this.#starts[0] ?? 0, sum(this.#parts), sum(parts)), parts);
  }

  #divide(at: number, parts: number[]): void {
    const [rows = 0, fresh = 0, pending = 0, carried = 0] = parts;
    const starts = [at, at + rows, at + rows + fresh, at + rows + fresh + pending] as const;
    this.#exports.setWork(...starts, starts[3] + carried);
    this.#starts = [...starts];
    this.#parts = parts;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
