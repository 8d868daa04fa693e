// A list of 32-bit integers that grows, without an object per number.

/** A growing list of 32-bit integers. */
export class IntList {
  /** The numbers, and room behind them. Another array after a `push`. */
  values = new Int32Array(1 << 6);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.values.length) return;
    const grown = new Int32Array(Math.max(needed, this.values.length * 2));
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }

  /** Appends some of the numbers of an array. */
  append(source: Int32Array, from: number, to: number): void {
    this.reserve(to - from);
    for (let i = from; i < to; i++) this.values[this.length++] = source[i] as number;
  }

  increment(at: number): void {
    this.values[at] = (this.values[at] ?? 0) + 1;
  }

  /** A copy of its own size. */
  done(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
