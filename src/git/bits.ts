// Sets of small numbers as rows of bits, equal ones kept once: thousands of refs reach thousands of commits.

/** Bit n of word n / 32 is set for a number n that is in the set. Rows that are compared have the same length. */
export type Bits = Int32Array;

/** The numbers in a row, ascending. */
export function numbersIn(bits: Bits): number[] {
  const numbers: number[] = [];
  bits.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) numbers.push(32 * at + 31 - Math.clz32(rest & -rest));
  });
  return numbers;
}

/** Whether a number is in a row. */
export function hasBit(bits: Bits, number: number): boolean {
  return ((bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/** Puts a number into a row. */
export function setBit(bits: Bits, number: number): void {
  bits[number >> 5] = (bits[number >> 5] as number) | (1 << (number & 31));
}

/** Rows, equal ones once. */
export class SharedBits {
  readonly #known = new Map<number, Bits[]>();

  /** @param bits not changed afterwards */
  share(bits: Bits): Bits {
    let hash = bits.length;
    for (let i = 0; i < bits.length; i++) hash = Math.imul(hash ^ (bits[i] as number), 0x9e3779b1) ^ (hash >>> 13);
    const alike = this.#known.get(hash);
    if (!alike) {
      this.#known.set(hash, [bits]);
      return bits;
    }
    const known = alike.find(other => isEqual(other, bits));
    if (!known) alike.push(bits);
    return known ?? bits;
  }
}

function isEqual(a: Bits, b: Bits): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
