// The WebAssembly search and its memory: tables, results, and an input area that the caller writes into. Knows no
// files.

import { compileWasm, instantiateWasm, type WasmModule } from '../wasm.js';
import { KERNEL_WASM } from './kernel-wasm.js';
import { CAPACITY_AT, CROWD_AT, IMAGE_AT, INPUT_AT, REACH_AT, RESULTS_AT, SLACK } from './layout.js';

const PAGE_BYTES = 65536;
const HIT_BYTES = 8;
const MIN_CAPACITY = 4096; // hits; a megabyte of source text has about that many

/** What the kernel needs of a KeywordSet. */
export type KernelTables = { readonly keywords: readonly string[]; readonly image: Uint8Array };

type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly next: { readonly value: number };
  scan(from: number, to: number, end: number): number;
};

let compiled: WasmModule | null | undefined; // undefined: not tried yet

/**
 * Whether kernels can be made here: not without WebAssembly or its SIMD. Compiles the module on the first call.
 */
export function hasKernel(): boolean {
  return compileModule() !== null;
}

function compileModule(): WasmModule | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = compileWasm(KERNEL_WASM);
  } catch {
    compiled = null; // no SIMD, or no WebAssembly at all: the plain search does the same
  }
  return compiled;
}

// There must be room for all that begins within one reach, or a scan would not move on.
function capacityOf({ image }: KernelTables): number {
  const header = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const reach = header.getUint32(REACH_AT - IMAGE_AT, true);
  return Math.max(MIN_CAPACITY, (reach + 2) * header.getUint32(CROWD_AT - IMAGE_AT, true));
}

function resultsAt({ image }: KernelTables): number {
  return IMAGE_AT + image.length;
}

/** Where tables and results end in a memory that has them. */
export function kernelEnd(tables: KernelTables): number {
  // The search stops when the capacity is reached; what one anchor more can add still fits.
  return (resultsAt(tables) + (capacityOf(tables) + tables.keywords.length) * HIT_BYTES + 63) & ~63;
}

/** Writes what the search needs; the input is expected behind it. */
export function writeTables(memory: ArrayBuffer, tables: KernelTables): void {
  new Uint8Array(memory, IMAGE_AT, tables.image.length).set(tables.image);
  const view = new DataView(memory);
  view.setUint32(RESULTS_AT, resultsAt(tables), true);
  view.setUint32(CAPACITY_AT, capacityOf(tables), true);
  view.setUint32(INPUT_AT, kernelEnd(tables), true);
}

/** One search with its own memory. Not to be used by two callers at once. */
export class Kernel {
  readonly #exports: Exports;
  #tables: KernelTables | null = null;
  #resultsAt = 0;
  #inputAt = 0;

  /** @throws {RangeError} `hasKernel()` is false: a bug in the caller */
  constructor() {
    const module = compileModule();
    if (!module) throw new RangeError('no WebAssembly SIMD');
    // The types of Exports are those of assembly/scan.ts.
    this.#exports = instantiateWasm(module) as Exports;
  }

  /** Takes other keywords. The input is lost, unless they are those that it already has. */
  load(tables: KernelTables): void {
    if (this.#tables === tables) return;
    this.#tables = tables;
    this.#resultsAt = resultsAt(tables);
    this.#inputAt = kernelEnd(tables);
    this.#grow(this.#inputAt + SLACK);
    writeTables(this.#exports.memory.buffer, tables);
  }

  /**
   * The input area, to be written by the caller. What stands in it stays when it grows.
   *
   * @param length bytes that it must have
   * @returns a view that is good until the next call of `input` or `load`
   */
  input(length: number): Uint8Array {
    this.#grow(this.#inputAt + length + SLACK);
    return new Uint8Array(this.#exports.memory.buffer, this.#inputAt, length);
  }

  /**
   * Finds keywords in the input. Go on from `next` until that is `to`.
   *
   * @param range keywords that begin in [from, to) count
   * @param end where the input ends: no keyword goes beyond it
   * @returns keyword and start in turn, by start; a view that is good until the next call of any method
   */
  scan(range: { from: number; to: number }, end: number): Uint32Array {
    const count = this.#exports.scan(range.from, Math.min(range.to, end), end);
    return new Uint32Array(this.#exports.memory.buffer, this.#resultsAt, 2 * count);
  }

  /** Where the next scan has to begin; `to` when this one came to its end. */
  get next(): number {
    return this.#exports.next.value;
  }

  #grow(bytes: number): void {
    const { memory } = this.#exports;
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}
