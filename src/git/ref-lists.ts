// Which refs lead to an object, for thousands of objects and refs: bits, until somebody asks for names.

import type { Oid, RefsReaching } from '../types.js';
import { type Bits, hasBit, SharedBits, setBit } from './bits.js';

/** A name of a ref and the number of what it names. Names are sorted; a name may come more than once, with several numbers. */
export type NamedTip = readonly [name: string, tip: number];

/** The refs that lead to objects. */
export class RefLists implements RefsReaching {
  readonly names: readonly NamedTip[];
  readonly bits: ReadonlyMap<Oid, Bits>; // object → the tips that lead to it
  readonly #shared = new SharedBits();
  readonly #lists = new Map<Bits, readonly string[]>();
  #texts: readonly string[] | null = null;
  #tips: Int32Array | null = null;
  #given: Bits | null = null; // the tips of all lists that were given out

  constructor(names: readonly NamedTip[], bits: ReadonlyMap<Oid, Bits>) {
    this.names = names;
    this.bits = bits;
  }

  /** Of lists that are there already: of few refs. */
  static from(lists: ReadonlyMap<Oid, readonly string[]>): RefLists {
    const names = [...new Set([...lists.values()].flat())].sort();
    const words = Math.ceil(names.length / 32);
    const bits = new Map<Oid, Bits>();
    for (const [oid, list] of lists) {
      const row = new Int32Array(words);
      for (const name of list) setBit(row, names.indexOf(name));
      bits.set(oid, row);
    }
    return new RefLists(
      names.map((name, tip) => [name, tip]),
      bits,
    );
  }

  has(oid: Oid): boolean {
    return this.bits.has(oid);
  }

  of(oids: Iterable<Oid>): readonly string[] {
    let all: Bits | null = null;
    for (const oid of oids) {
      const bits = this.bits.get(oid);
      if (bits) all = all ? union(all, bits) : bits;
    }
    return all ? this.#listOf(this.#shared.share(all)) : NO_REFS;
  }

  given(): readonly string[] {
    return this.#given ? this.#namesOf(this.#given) : NO_REFS;
  }

  #listOf(bits: Bits): readonly string[] {
    const known = this.#lists.get(bits);
    if (known) return known;
    const list = this.#namesOf(bits);
    this.#lists.set(bits, list);
    this.#given = this.#given ? union(this.#given, bits) : bits;
    return list;
  }

  // Thousands of names for each of hundreds of lists: plain arrays, by index.
  #namesOf(bits: Bits): readonly string[] {
    this.#texts ??= this.names.map(([name]) => name);
    this.#tips ??= Int32Array.from(this.names, ([, tip]) => tip);
    const [texts, tips] = [this.#texts, this.#tips];
    const list: string[] = [];
    let last = '';
    for (let at = 0; at < tips.length; at++) {
      if (!hasBit(bits, tips[at] as number) || texts[at] === last) continue;
      last = texts[at] as string;
      list.push(last);
    }
    return list;
  }
}

const NO_REFS: readonly string[] = [];

function union(a: Bits, b: Bits): Bits {
  if (a === b) return a;
  const both = a.slice();
  for (let at = 0; at < both.length; at++) both[at] = (both[at] as number) | (b[at] as number);
  return both;
}
