// Inflates and applies deltas in one memory that holds the objects: by our WebAssembly, which starts faster than
// node:zlib on the small streams of a pack; by node:zlib what is large, or what ours rejects, so that nothing is called
// damaged that zlib can read.

import { inflateSync, type ZlibOptions } from 'node:zlib';
import { applyDelta, DeltaOps } from './delta.js';
import { UnpackMemory } from './unpack-memory.js';

// Ours takes less time at any size that was measured: of an eighth of the objects of git/git 0.22 s for the streams up to
// 64 KB and 0.07 s for the 176 above, where zlib takes 0.55 s and 0.09 s.
const MAX_OWN_BYTES = 1 << 22;
const LEAST_INPUT_BYTES = 1 << 16;
const LEAST_OPS_BYTES = 1 << 16;
const OPS_FULL = -2;
const TIDY_BYTES = 2 ** 25; // of blocks: to forget them after each of a million small trees takes longer than to use them again

/** A range of the memory. */
export type Block = { at: number; size: number };

/** One memory and what works in it. Not to be used by two walks at once. */
export class Unpacker {
  readonly memory: UnpackMemory;
  readonly #jsOps = new DeltaOps();
  #inputAt = 0;
  #inputBytes = 0;
  #opsAt = 0;
  #opsBytes = 0;
  #ops: Block = { at: 0, size: 0 };

  /**
   * @param usesOwn false: without WebAssembly, as on machines that have none
   * @param reserved see UnpackMemory
   */
  constructor(usesOwn = true, reserved?: number) {
    this.memory = new UnpackMemory(usesOwn, reserved);
    this.#clear();
  }

  /** To be called when no block is in use: forgets all of them, when they take so much room that others may not fit between them. */
  tidy(): void {
    if (this.memory.usedBytes > TIDY_BYTES) this.#clear();
  }

  #clear(): void {
    this.memory.clear();
    this.#inputBytes = LEAST_INPUT_BYTES;
    this.#inputAt = this.memory.take(this.#inputBytes);
    this.#opsBytes = LEAST_OPS_BYTES;
    this.#opsAt = this.memory.take(this.#opsBytes);
  }

  /**
   * Inflates the stream that fills bytes[from, to) into a block of its size.
   *
   * @returns false: the stream is damaged, of another size, or ends before `to`
   */
  inflate(bytes: Uint8Array, { from, to }: { from: number; to: number }, { at, size }: Block): boolean {
    const { own } = this.memory;
    if (own && Math.max(size, to - from) <= MAX_OWN_BYTES) {
      const input = this.#placeForInput(to - from);
      this.memory.bytes.set(bytes.subarray(from, to), input);
      const end = input + to - from;
      if (own.inflate(input, end, at, size) === end) return true;
    }
    const inflated = inflateByZlib(bytes.subarray(from, to), size);
    if (inflated) this.memory.bytes.set(inflated, at);
    return inflated !== null;
  }

  #placeForInput(size: number): number {
    if (size > this.#inputBytes) {
      this.#inputAt = this.memory.exchange(this.#inputAt, this.#inputBytes, size);
      this.#inputBytes = size;
    }
    return this.#inputAt;
  }

  /** Carries out the instructions of a delta, without its header. @returns false: it is damaged */
  applyDelta(delta: Block, base: Block, target: Block): boolean {
    const { own } = this.memory;
    if (!own) return this.#applyPlainly(delta, base, target);
    for (;;) {
      const end = delta.at + delta.size;
      const done = own.applyDelta(
        delta.at,
        end,
        base.at,
        base.size,
        target.at,
        target.size,
        this.#opsAt,
        this.#opsAt + this.#opsBytes,
      );
      if (done !== OPS_FULL) {
        this.#ops = { at: this.#opsAt, size: Math.max(0, done) };
        return done >= 0;
      }
      this.#opsAt = this.memory.exchange(this.#opsAt, this.#opsBytes, 4 * this.#opsBytes);
      this.#opsBytes *= 4;
    }
  }

  #applyPlainly(delta: Block, base: Block, target: Block): boolean {
    const bytesOf = (block: Block) => this.memory.bytes.subarray(block.at, block.at + block.size);
    return applyDelta(bytesOf(delta), 0, { base: bytesOf(base), target: bytesOf(target) }, this.#jsOps);
  }

  /** How the last delta makes its object, see DeltaOps; holds until the next call of anything here. */
  ops(): Int32Array {
    if (!this.memory.own) return this.#jsOps.view();
    return new Int32Array(this.memory.bytes.buffer, this.#ops.at, this.#ops.size / 4);
  }

  /** Where they stand in the memory, when there is WebAssembly. */
  opsBlock(): Block {
    return this.#ops;
  }
}

// With `info` zlib also says how much it has read, which its types do not know.
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } };
const MIN_CHUNK = 64; // of node:zlib

// Null when the stream is damaged, of another size, or ends before its input.
function inflateByZlib(input: Uint8Array, size: number): Uint8Array | null {
  try {
    // One byte more than the result: a full chunk makes zlib reserve a second one, to look for more.
    const options: ZlibOptions = {
      info: true,
      chunkSize: Math.max(MIN_CHUNK, size + 1),
      maxOutputLength: Math.max(1, size),
    };
    const { buffer, engine } = inflateSync(input, options) as unknown as Inflated;
    return buffer.length === size && engine.bytesWritten === input.length ? buffer : null;
  } catch {
    return null; // the only error it has for bad input
  }
}
