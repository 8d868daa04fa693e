// The commits of a repository as a graph: who is reachable from where. Built from the objects themselves; a commit-graph file,
// replace refs and grafts of the repository are not believed.

import type { Oid } from '../types.js';
import { type Bits, SharedBits, setBit } from './bits.js';
import type { Commit } from './parse-commit.js';

/** Commits by their places in an order in which each stands behind all of its parents. */
export type Links = {
  commits: readonly Commit[];
  starts: Int32Array; // place → where its parents begin in `parents`; one more at the end
  parents: Int32Array; // places; -1: not here. A parent in a circle, which only damage can make, may come behind its child
};

/** Commits by id, with parents that may be absent (shallow or broken history). */
export class CommitGraph {
  readonly #numbers = new Map<Oid, number>();
  readonly #commits: Commit[] = [];
  #links: Links | null = null;
  #trees: Int32Array | null = null;
  #order: Oid[] | null = null;
  #places = new Int32Array(0); // number of a commit → its place
  #edge: number[] = []; // numbers of commits with a parent that is not here, ascending

  add(commit: Commit): void {
    const number = this.#numbers.get(commit.oid) ?? this.#commits.length;
    this.#numbers.set(commit.oid, number);
    this.#commits[number] = commit;
    this.#links = null;
    this.#trees = null;
    this.#order = null;
  }

  get(oid: Oid): Commit | undefined {
    const number = this.#numbers.get(oid);
    return number === undefined ? undefined : this.#commits[number];
  }

  get size(): number {
    return this.#commits.length;
  }

  oids(): IterableIterator<Oid> {
    return this.#numbers.keys();
  }

  /** Commits that name a parent which is not here: the edge of a shallow clone, or damage. */
  boundary(): Oid[] {
    return this.#atEdge().map(({ oid }) => oid);
  }

  #atEdge(): Commit[] {
    this.links();
    return this.#edge.flatMap(number => this.#commits[number] ?? []);
  }

  /**
   * The numbers of the commits' trees, by place in `links`; -1: the commit names none, or one that has no number.
   *
   * @param numberOf the same in every call until a commit is added
   */
  treeNumbers(numberOf: (oid: Oid) => number): Int32Array {
    this.#trees ??= Int32Array.from(this.links().commits, ({ tree }) => (tree === null ? -1 : numberOf(tree)));
    return this.#trees;
  }

  /** Parents that are not here, each with a commit that names it. */
  absentParents(): { parent: Oid; child: Oid }[] {
    const absent = new Map<Oid, Oid>();
    for (const { oid, parents } of this.#atEdge()) {
      for (const parent of parents) if (!this.#numbers.has(parent)) absent.set(parent, oid);
    }
    return [...absent].map(([parent, child]) => ({ parent, child }));
  }

  /** Everything that can be reached from `tips` and not from `hidden`. */
  reachable(tips: Iterable<Oid>, hidden: ReadonlySet<Oid> = new Set()): Set<Oid> {
    const seen = new Set<Oid>();
    const stack = [...tips];
    for (let oid = stack.pop(); oid !== undefined; oid = stack.pop()) {
      if (seen.has(oid) || hidden.has(oid)) continue;
      const commit = this.get(oid);
      if (!commit) continue;
      seen.add(oid);
      stack.push(...commit.parents);
    }
    return seen;
  }

  /** The same by places in `links`: 1 for what is reached. */
  reachablePlaces(tips: Iterable<Oid>): Uint8Array {
    const { starts, parents } = this.links();
    const isReached = new Uint8Array(this.size);
    const stack = Array.from(tips, tip => this.#placeOf(tip));
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      if (place < 0 || isReached[place] === 1) continue;
      isReached[place] = 1;
      const end = starts[place + 1] as number;
      for (let i = starts[place] as number; i < end; i++) stack.push(parents[i] as number);
    }
    return isReached;
  }

  /**
   * For each wanted commit, which of the tips it can be reached from.
   *
   * @returns wanted commit → a bit for each of the tips; commits that are reached by the same tips have the same row. One pass over
   *   the graph for 32 tips
   */
  tipsReaching(wanted: readonly Oid[], tips: readonly Oid[]): Map<Oid, Bits> {
    const words = Math.ceil(tips.length / 32);
    const rows = new Int32Array(wanted.length * words); // for each wanted commit, a bit for each tip
    const wantedPlaces = Int32Array.from(wanted, oid => this.#placeOf(oid));
    const { starts, parents } = this.links();
    const bits = new Int32Array(this.size);
    for (let word = 0; word < words; word++) {
      bits.fill(0);
      // Bit n of a commit is set when tip n of these 32 is the commit itself or comes behind it.
      for (let tip = 32 * word; tip < Math.min(tips.length, 32 * word + 32); tip++) {
        const place = this.#placeOf(tips[tip] ?? '');
        if (place >= 0) bits[place] = (bits[place] as number) | (1 << (tip & 31));
      }
      for (let place = bits.length - 1; place >= 0; place--) {
        const value = bits[place] as number;
        if (value === 0) continue;
        const end = starts[place + 1] as number;
        for (let i = starts[place] as number; i < end; i++) {
          const parent = parents[i] as number;
          if (parent >= 0) bits[parent] = (bits[parent] as number) | value;
        }
      }
      for (let i = 0; i < wantedPlaces.length; i++) {
        const place = wantedPlaces[i] as number;
        if (place >= 0) rows[i * words + word] = bits[place] as number;
      }
    }
    this.#addAbsent(rows, wanted, tips);
    const shared = new SharedBits();
    return new Map(wanted.map((oid, i) => [oid, shared.share(rows.subarray(i * words, (i + 1) * words))]));
  }

  // A tip that is not here is reached from itself alone.
  #addAbsent(rows: Int32Array, wanted: readonly Oid[], tips: readonly Oid[]): void {
    const words = rows.length / Math.max(1, wanted.length);
    const absent = new Map<Oid, number[]>();
    for (const [tip, oid] of tips.entries())
      if (!this.#numbers.has(oid)) absent.set(oid, [...(absent.get(oid) ?? []), tip]);
    for (const [i, oid] of wanted.entries())
      for (const tip of absent.get(oid) ?? []) setBit(rows.subarray(i * words, (i + 1) * words), tip);
  }

  #placeOf(oid: Oid): number {
    const number = this.#numbers.get(oid);
    if (number === undefined) return -1;
    this.links();
    return this.#places[number] as number;
  }

  /** All commits with their parents, as numbers. */
  links(): Links {
    this.#links ??= this.#link();
    return this.#links;
  }

  #link(): Links {
    const own = this.#parentNumbers();
    const order = sortParentsFirst(own, this.#byTime());
    const places = new Int32Array(order.length);
    order.forEach((number, place) => {
      places[number] = place;
    });
    this.#places = places;
    const starts = new Int32Array(order.length + 1);
    const parents = new Int32Array(own.parents.length);
    let length = 0;
    order.forEach((number, place) => {
      const end = own.starts[number + 1] as number;
      for (let i = own.starts[number] as number; i < end; i++) {
        const parent = own.parents[i] as number;
        parents[length++] = parent < 0 ? -1 : (places[parent] as number);
      }
      starts[place + 1] = length;
    });
    return { commits: Array.from(order, number => this.#commits[number] as Commit), starts, parents };
  }

  // The order in which commits were read depends on packs and threads. What is said of them must not.
  #byTime(): Uint32Array {
    const commits = this.#commits;
    const byOid = (a: number, b: number) => ((commits[a]?.oid ?? '') < (commits[b]?.oid ?? '') ? -1 : 1);
    const timeOf = (number: number) => commits[number]?.time ?? 0;
    const order = numbersByTime(Float64Array.from(commits, ({ time }) => time));
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && timeOf(order[to] as number) === timeOf(order[from] as number)) to++;
      if (to - from > 1) order.subarray(from, to).sort(byOid);
      from = to;
    }
    return order;
  }

  #parentNumbers(): ByNumber {
    const starts = new Int32Array(this.#commits.length + 1);
    const parents: number[] = [];
    this.#edge = [];
    for (const [number, commit] of this.#commits.entries()) {
      const numbers = commit.parents.map(parent => this.#numbers.get(parent) ?? -1);
      if (numbers.includes(-1)) this.#edge.push(number);
      parents.push(...numbers);
      starts[number + 1] = parents.length;
    }
    return { starts, parents: Int32Array.from(parents) };
  }

  /** All commits, each after all of its parents; among those free to choose, the earlier one first. */
  parentsFirst(): readonly Oid[] {
    this.#order ??= this.links().commits.map(({ oid }) => oid);
    return this.#order;
  }
}

// Numbers in order of their times, in any order where these are equal.
function numbersByTime(times: Float64Array): Uint32Array {
  const unit = 2 ** Math.ceil(Math.log2(times.length + 1));
  const most = Number.MAX_SAFE_INTEGER / unit - 1;
  // Time and number in one: sorting such takes a tenth of the time of a sort that compares by a function.
  if (times.every(time => time >= 0 && time <= most))
    return Uint32Array.from(times.map((time, number) => time * unit + number).sort(), key => key % unit);
  return Uint32Array.from(times.keys()).sort((a, b) => (times[a] as number) - (times[b] as number));
}

type ByNumber = Pick<Links, 'starts' | 'parents'>; // both of them by number

const NEW = 0;
const OPEN = 1;
const DONE = 2;

// Depth first with its own stack: histories are deeper than any call stack.
function sortParentsFirst({ starts, parents }: ByNumber, roots: Uint32Array): Int32Array {
  const count = starts.length - 1;
  const order = new Int32Array(count);
  const state = new Uint8Array(count);
  const next = starts.slice(0, count); // number → the parent that is to be looked at
  const stack = new Int32Array(count);
  let length = 0;
  for (const root of roots) {
    if (state[root] !== NEW) continue;
    let depth = 1;
    stack[0] = root;
    state[root] = OPEN;
    while (depth > 0) {
      const number = stack[depth - 1] as number;
      const at = next[number] as number;
      if (at === starts[number + 1]) {
        state[number] = DONE;
        order[length++] = number;
        depth--;
        continue;
      }
      next[number] = at + 1;
      const parent = parents[at] as number;
      if (parent < 0 || state[parent] !== NEW) continue;
      state[parent] = OPEN;
      stack[depth++] = parent;
    }
  }
  return order;
}
