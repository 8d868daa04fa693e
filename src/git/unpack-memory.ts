// The memory that objects are unpacked into, divided into blocks that are used again; and the WebAssembly in it.
// Without WebAssembly or its SIMD it is plain memory and `own` is null.

import { compileWasm, instantiateWasm, type WasmModule } from '../wasm.js';
import { UNPACK_WASM } from './unpack-wasm.js';

/** Bytes behind each block that may be read and overwritten. */
export const ROOM = 48; // inflate reads 40 bytes behind its input; both write at most 16 behind their output

const PAGE_BYTES = 65536;
const TABLE_BYTES = 65536; // of the module, at the start
const MAX_BYTES = 2 ** 31; // of 2^32 that WebAssembly could have

/** What src/git/assembly exports. */
export type Own = {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  prepare(): void;
  inflate(from: number, to: number, out: number, size: number): number;
  applyDelta(
    at: number,
    end: number,
    base: number,
    baseSize: number,
    target: number,
    size: number,
    ops: number,
    opsEnd: number,
  ): number;
  setPacks(at: number, count: number): void;
  setRecords(at: number, bytes: number): void;
  readonly recordEnd: { readonly value: number };
  readonly namesEnd: { readonly value: number };
  readonly openEnd: { readonly value: number };
  readonly failedAt: { readonly value: number };
  recordTree(
    at: number,
    size: number,
    idBytes: number,
    baseAt: number,
    baseStarts: number,
    baseSize: number,
    baseNumber: number,
    ops: number,
    opsEnd: number,
    names: number,
  ): number;
};

let compiled: WasmModule | null = null;

function instantiate(): Own | null {
  try {
    compiled ??= compileWasm(UNPACK_WASM);
    const own = instantiateWasm(compiled) as Own;
    own.prepare();
    return own;
  } catch {
    return null; // no SIMD, or no WebAssembly at all
  }
}

/** Blocks of one growing memory. Offsets stay; `bytes` is another array after each `take`. */
export class UnpackMemory {
  readonly own: Own | null;
  bytes: Uint8Array;
  readonly #free: number[][] = []; // step of a size → places of free blocks
  readonly #bottom: number;
  #top: number;
  /** How often every block was forgotten. */
  era = 0;

  /** @param reserved where the blocks begin: what stands before belongs to the caller, but for the first TABLE_BYTES */
  constructor(usesOwn: boolean, reserved = TABLE_BYTES) {
    this.#bottom = this.#top = (reserved + 15) & ~15;
    this.own = usesOwn ? instantiate() : null;
    this.bytes = this.own ? new Uint8Array(this.own.memory.buffer) : new Uint8Array(2 * TABLE_BYTES);
    this.#reserve(this.#bottom);
  }

  /** Bytes that blocks have taken, those that were given back included. */
  get usedBytes(): number {
    return this.#top - this.#bottom;
  }

  /** Forgets every block. */
  clear(): void {
    for (const places of this.#free) places.length = 0;
    this.#top = this.#bottom;
    this.era++;
  }

  /**
   * Takes a block of at least `size` bytes, at a multiple of 16.
   *
   * @throws {RangeError} there is no memory for it
   */
  take(size: number): number {
    const step = stepOf(size);
    const used = this.#free[step]?.pop();
    if (used !== undefined) return used;
    const at = this.#top;
    this.#reserve(at + bytesOf(step));
    this.#top = at + bytesOf(step);
    return at;
  }

  /** Gives back a block that was taken with this size. */
  give(at: number, size: number): void {
    const step = stepOf(size);
    while (this.#free.length <= step) this.#free.push([]);
    this.#free[step]?.push(at);
  }

  /**
   * A larger block in the place of one, whose content is lost.
   *
   * @returns where it is
   * @throws {RangeError} there is no memory for it: the old block stays taken
   */
  exchange(at: number, size: number, larger: number): number {
    const place = this.take(larger);
    this.give(at, size);
    return place;
  }

  #reserve(length: number): void {
    if (length <= this.bytes.length) return;
    if (length > MAX_BYTES) throw new RangeError('no memory for an object');
    const wanted = Math.min(MAX_BYTES, Math.max(length, this.bytes.length * 1.5));
    if (this.own) {
      this.own.memory.grow(Math.ceil((wanted - this.bytes.length) / PAGE_BYTES));
      this.bytes = new Uint8Array(this.own.memory.buffer);
    } else {
      const larger = new Uint8Array(Math.ceil(wanted));
      larger.set(this.bytes);
      this.bytes = larger;
    }
  }
}

const LEAST_BYTES = 1024;

/** Bytes of the block that is taken for a size: there are four steps per power of two, so that a block fits the next object as well. */
export function blockBytes(size: number): number {
  return bytesOf(stepOf(size));
}

// Four times the power of two, and the quarters of it above.
function stepOf(size: number): number {
  const least = Math.max(LEAST_BYTES, size + ROOM) - 1;
  const power = 31 - Math.clz32(least);
  return 4 * power + (least >>> (power - 2)) - 3;
}

function bytesOf(step: number): number {
  return ((step & 3) + 4) * 2 ** ((step >> 2) - 2);
}
