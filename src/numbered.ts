// Values by their numbers, so that what is repeated is kept once. Pure.

/** Numbers values from 0 on; equal ones have one number. */
export class Numbered<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<unknown, number>();
  readonly #keyOf: (value: T) => unknown;

  /** @param keyOf the same, as a Map compares, for equal values */
  constructor(keyOf: (value: T) => unknown) {
    this.#keyOf = keyOf;
  }

  numberOf(value: T): number {
    const key = this.#keyOf(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
