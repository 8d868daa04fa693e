// A growing list of 32-bit integers that is cleared and used again: what a scan writes down for every blob. Pure.

export class IntList {
  values: Int32Array;
  length = 0;

  constructor(capacity = 256) {
    this.values = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  push(value: number): void {
    this.reserve(1);
    this.values[this.length++] = value;
  }

  push2(first: number, second: number): void {
    this.reserve(2);
    this.values[this.length++] = first;
    this.values[this.length++] = second;
  }

  push4(first: number, second: number, third: number, fourth: number): void {
    this.reserve(4);
    const { values } = this;
    let at = this.length;
    values[at++] = first;
    values[at++] = second;
    values[at++] = third;
    values[at++] = fourth;
    this.length = at;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.values.length) return;
    const grown = new Int32Array(Math.max(2 * this.values.length, this.length + count));
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }

  /** A copy of its own size. */
  done(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
