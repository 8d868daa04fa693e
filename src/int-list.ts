// A list of 32-bit integers that grows, is cleared and used again: what scans and walks write down for every object. Pure.

/** A growing list of 32-bit integers. */
export class IntList {
  /** The numbers, and room behind them. Another array after the list has grown. */
  values: Int32Array;
  length = 0;

  /** @param capacity numbers that there is room for at first */
  constructor(capacity = 64) {
    this.values = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Appends some of the numbers of an array. @param shift is added to each */
  append(source: Int32Array, from: number, to: number, shift = 0): void {
    this.reserve(to - from);
    const { values } = this;
    let at = this.length;
    for (let i = from; i < to; i++) values[at++] = (source[i] as number) + shift;
    this.length = at;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.values.length) return;
    const grown = new Int32Array(Math.max(needed, 2 * this.values.length));
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }

  increment(at: number): void {
    this.values[at] = (this.values[at] ?? 0) + 1;
  }

  /** A copy of its own size. */
  done(): Int32Array {
    return this.values.slice(0, this.length);
  }
}

/** Where the first number that is not below a limit stands in ascending numbers. @param range the part that is searched */
export function firstNotBelow(numbers: Int32Array, limit: number, range = { from: 0, to: numbers.length }): number {
  let low = range.from;
  let high = range.to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
