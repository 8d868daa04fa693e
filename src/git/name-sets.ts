// Sets of named values, equal ones kept once, so that two of them are compared by their numbers. Plain numbers in one list: a long
// history has hundreds of thousands of them.

import { IntList } from '../int-list.js';

/** A set by its number. Equal contents have equal numbers; 0 is the empty set. */
export type SetId = number;

/** Numbers of names, and of values, one for each name, in the order of the set. */
export type NameSet = { names: Int32Array; values: Int32Array; from: number; to: number };

/** Keeps sets. */
export class NameSets {
  readonly #names = new IntList();
  readonly #values = new IntList();
  readonly #ends = new IntList(); // set → where its members end; they begin where those of the set before it end
  readonly #hashes = new IntList();
  #slots = new Int32Array(1 << 10); // hash → set, or the next free slot; 0: free

  constructor() {
    this.#ends.push(0);
    this.#hashes.push(0);
  }

  /** The members of a set; the arrays hold until the next `intern`. */
  at(set: SetId): NameSet {
    const from = set === 0 ? 0 : (this.#ends.values[set - 1] as number);
    return { names: this.#names.values, values: this.#values.values, from, to: this.#ends.values[set] as number };
  }

  size(set: SetId): number {
    return set === 0 ? 0 : (this.#ends.values[set] as number) - (this.#ends.values[set - 1] as number);
  }

  /** The set of the first `count` names and their values. */
  intern(names: Int32Array, values: Int32Array, count: number): SetId {
    if (count === 0) return 0;
    let hash = count;
    for (let i = 0; i < count; i++) {
      hash = Math.imul(hash ^ (names[i] as number), 0x9e3779b1);
      hash = Math.imul((hash ^ (hash >>> 15)) + (values[i] as number), 0x85ebca6b);
    }
    hash ^= hash >>> 13;
    let slot = hash & (this.#slots.length - 1);
    for (let set = this.#slots[slot] as number; set !== 0; set = this.#slots[slot] as number) {
      if (this.#hashes.values[set] === hash && this.#isSet(set, names, values, count)) return set;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const set = this.#ends.length;
    this.#slots[slot] = set;
    this.#names.append(names, 0, count);
    this.#values.append(values, 0, count);
    this.#ends.push(this.#names.length);
    this.#hashes.push(hash);
    if (2 * set > this.#slots.length) this.#growSlots();
    return set;
  }

  #isSet(set: SetId, names: Int32Array, values: Int32Array, count: number): boolean {
    if (this.size(set) !== count) return false;
    const from = this.#ends.values[set - 1] as number;
    const [ownNames, ownValues] = [this.#names.values, this.#values.values];
    for (let i = 0; i < count; i++)
      if (ownNames[from + i] !== names[i] || ownValues[from + i] !== values[i]) return false;
    return true;
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    for (let set = 1; set < this.#hashes.length; set++) {
      let slot = (this.#hashes.values[set] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = set;
    }
    this.#slots = slots;
  }

  /**
   * What is not the same in all of some sets.
   *
   * @returns names whose values differ, those of the first set first, and for each set the values of all of these names
   */
  differing(sets: readonly SetId[]): { names: Set<number>; valuesOf: ReadonlyMap<number, number>[] } {
    const members = sets.map(set => this.at(set));
    trim(members);
    const valuesOf = members.map(({ names, values, from, to }) => {
      const found = new Map<number, number>();
      for (let i = from; i < to; i++) found.set(names[i] as number, values[i] as number);
      return found;
    });
    const differing = new Set<number>();
    for (const known of valuesOf) {
      for (const [name, value] of known)
        if (!valuesOf.every(other => other === known || other.get(name) === value)) differing.add(name);
    }
    return { names: differing, valuesOf };
  }
}

// What all of them begin with, and what all of them end with, is the same: of a thousand members mostly all but one.
function trim(members: NameSet[]): void {
  const [first, ...others] = members;
  if (!first) return;
  if (members.length === 2 && others[0]) {
    trimPair(first, others[0]);
    return;
  }
  const isSame = (other: NameSet, at: number, own: number) =>
    other.names[at] === first.names[own] && other.values[at] === first.values[own];
  while (first.from < first.to && others.every(other => other.from < other.to && isSame(other, other.from, first.from)))
    for (const member of members) member.from++;
  while (
    first.from < first.to &&
    others.every(other => other.from < other.to && isSame(other, other.to - 1, first.to - 1))
  )
    for (const member of members) member.to--;
}

// Most commits have one parent: plain loops take a fourth of the time.
function trimPair(a: NameSet, b: NameSet): void {
  const { names, values } = a;
  let [at, other] = [a.from, b.from];
  while (at < a.to && other < b.to && names[at] === b.names[other] && values[at] === b.values[other]) {
    at++;
    other++;
  }
  let [end, otherEnd] = [a.to, b.to];
  while (at < end && other < otherEnd && names[end - 1] === b.names[otherEnd - 1]) {
    if (values[end - 1] !== b.values[otherEnd - 1]) break;
    end--;
    otherEnd--;
  }
  [a.from, a.to] = [at, end];
  [b.from, b.to] = [other, otherEnd];
}
