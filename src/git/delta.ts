// A delta and its base → the object, and how it is made of the base. Damage is an answer, not an exception.
// The plain form of assembly/apply-delta.ts. Format: git Documentation/gitformat-pack.adoc, "Deltified representation".

/** What stands in front of a delta's instructions. */
export type DeltaHeader = {
  baseSize: number; // bytes
  size: number; // of the object that it makes, in bytes
  start: number; // of the first instruction
};

const MAX_SHIFTED = 2 ** 49; // sizes stay exact numbers

let next = 0; // behind the size that was read last

/** Reads the two sizes of a delta in [from, end); null when they are cut off or absurd. `start` counts from `from`. */
export function readDeltaHeader(bytes: Uint8Array, from = 0, end = bytes.length): DeltaHeader | null {
  const baseSize = sizeAt(bytes, from, end);
  const size = baseSize < 0 ? -1 : sizeAt(bytes, next, end);
  return size < 0 ? null : { baseSize, size, start: next - from };
}

function sizeAt(bytes: Uint8Array, from: number, end: number): number {
  next = from;
  let size = 0;
  let byte = 0x80;
  for (let unit = 1; byte & 0x80; unit *= 128) {
    if (next >= end || unit > MAX_SHIFTED) return -1;
    byte = bytes[next++] as number;
    size += (byte & 0x7f) * unit;
  }
  return size;
}

/**
 * Copies and inserts in order, without gaps: [start in the object, start in the base or -1 for new bytes, length] …
 * What follows seamlessly is one, whatever git had to cut it into.
 */
export class DeltaOps {
  #numbers = new Int32Array(3 * 256);
  #length = 0;

  /** A view that holds until the next `clear`. */
  view(): Int32Array {
    return this.#numbers.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** @param from start in the base, or -1 */
  add(at: number, from: number, length: number): void {
    const numbers = this.#numbers;
    const last = this.#length - 3;
    if (last >= 0) {
      const source = numbers[last + 1] as number;
      const count = numbers[last + 2] as number;
      if (from < 0 ? source < 0 : source >= 0 && source + count === from) {
        numbers[last + 2] = count + length;
        return;
      }
    }
    if (this.#length === numbers.length) {
      this.#numbers = new Int32Array(2 * numbers.length);
      this.#numbers.set(numbers);
    }
    this.#numbers[this.#length] = at;
    this.#numbers[this.#length + 1] = from;
    this.#numbers[this.#length + 2] = length;
    this.#length += 3;
  }
}

const SHORT_BYTES = 256; // up to here a loop is faster than a call of TypedArray.set

/**
 * Carries out the instructions from `start` on.
 *
 * @param base exactly the base
 * @param target exactly as long as the object
 * @param ops takes what was done
 * @returns false when the delta is damaged; `target` holds anything then
 */
export function applyDelta(
  delta: Uint8Array,
  start: number,
  { base, target }: { base: Uint8Array; target: Uint8Array },
  ops: DeltaOps,
): boolean {
  ops.clear();
  let at = start;
  let done = 0;
  while (at < delta.length) {
    const code = delta[at++] as number;
    let source = delta;
    let from = at;
    let length = code;
    if (code & 0x80) {
      // Read behind the end, a byte is undefined and counts as 0; `at` tells.
      source = base;
      from = 0;
      length = 0;
      if (code & 0x01) from = delta[at++] as number;
      if (code & 0x02) from |= (delta[at++] as number) << 8;
      if (code & 0x04) from |= (delta[at++] as number) << 16;
      if (code & 0x08) from = (from | ((delta[at++] as number) << 24)) >>> 0;
      if (code & 0x10) length = delta[at++] as number;
      if (code & 0x20) length |= (delta[at++] as number) << 8;
      if (code & 0x40) length |= (delta[at++] as number) << 16;
      if (length === 0) length = 0x10000;
      if (at > delta.length) return false;
    } else at += length;
    if (length === 0 || from + length > source.length || done + length > target.length) return false;
    ops.add(done, source === base ? from : -1, length);
    if (length <= SHORT_BYTES) for (let i = 0; i < length; i++) target[done + i] = source[from + i] as number;
    else target.set(source.subarray(from, from + length), done);
    done += length;
  }
  return done === target.length;
}
