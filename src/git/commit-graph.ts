// The commits of a repository as a graph: who is reachable from where. Built from the objects themselves; a commit-graph file,
// replace refs and grafts of the repository are not believed.

import type { Oid } from '../types.js';
import type { Commit } from './parse-commit.js';

/** Commits by id, with parents that may be absent (shallow or broken history). */
export class CommitGraph {
  readonly #commits = new Map<Oid, Commit>();
  #order: Oid[] | null = null;

  add(commit: Commit): void {
    this.#commits.set(commit.oid, commit);
    this.#order = null;
  }

  get(oid: Oid): Commit | undefined {
    return this.#commits.get(oid);
  }

  get size(): number {
    return this.#commits.size;
  }

  oids(): IterableIterator<Oid> {
    return this.#commits.keys();
  }

  /** Commits that name a parent which is not here: the edge of a shallow clone, or damage. */
  boundary(): Oid[] {
    return [...this.#commits.values()]
      .filter(commit => commit.parents.some(parent => !this.#commits.has(parent)))
      .map(commit => commit.oid);
  }

  /** The tree of every commit; null where the commit names none. */
  *trees(): Generator<Oid | null> {
    for (const { tree } of this.#commits.values()) yield tree;
  }

  /** Parents that are not here, each with a commit that names it. */
  absentParents(): { parent: Oid; child: Oid }[] {
    const absent = new Map<Oid, Oid>();
    for (const { oid, parents } of this.#commits.values()) {
      for (const parent of parents) if (!this.#commits.has(parent)) absent.set(parent, oid);
    }
    return [...absent].map(([parent, child]) => ({ parent, child }));
  }

  /** Everything that can be reached from `tips` and not from `hidden`. */
  reachable(tips: Iterable<Oid>, hidden: ReadonlySet<Oid> = new Set()): Set<Oid> {
    const seen = new Set<Oid>();
    const stack = [...tips];
    for (let oid = stack.pop(); oid !== undefined; oid = stack.pop()) {
      if (seen.has(oid) || hidden.has(oid)) continue;
      const commit = this.#commits.get(oid);
      if (!commit) continue;
      seen.add(oid);
      stack.push(...commit.parents);
    }
    return seen;
  }

  /**
   * For each wanted commit, which of the tips it can be reached from.
   *
   * @returns wanted commit → indexes into `tips`, ascending; commits that are reached by the same tips have the same array. One
   *   pass over the graph for 32 wanted commits
   */
  tipsReaching(wanted: readonly Oid[], tips: readonly Oid[]): Map<Oid, readonly number[]> {
    const { places, starts, parents } = this.#links();
    const tipPlaces = Int32Array.from(tips, tip => places.get(tip) ?? -1);
    const bits = new Int32Array(places.size);
    const lists = new SharedLists();
    const result = new Map<Oid, readonly number[]>();
    for (let from = 0; from < wanted.length; from += 32) {
      const group = wanted.slice(from, from + 32);
      bits.fill(0);
      // Bit n of a commit is set when group[n] is the commit itself or one of its ancestors.
      for (const [bit, oid] of group.entries()) {
        const place = places.get(oid);
        if (place !== undefined) bits[place] = (bits[place] as number) | (1 << bit);
      }
      for (let place = 0; place < bits.length; place++) {
        let value = bits[place] as number;
        const end = starts[place + 1] as number;
        for (let i = starts[place] as number; i < end; i++) value |= bits[parents[i] as number] as number;
        bits[place] = value;
      }
      for (const [bit, oid] of group.entries()) {
        const reached: number[] = [];
        // A tip that is not here is reached from itself alone.
        tipPlaces.forEach((place, tip) => {
          if (place < 0 ? tips[tip] === oid : (bits[place] as number) & (1 << bit)) reached.push(tip);
        });
        result.set(oid, lists.share(reached));
      }
    }
    return result;
  }

  // Commits by their places in parentsFirst(), with the places of their parents one behind the other. A parent in a circle, which
  // only damage can make, may come behind its child.
  #links(): { places: ReadonlyMap<Oid, number>; starts: Int32Array; parents: Int32Array } {
    const order = this.parentsFirst();
    const places = new Map<Oid, number>(order.map((oid, place) => [oid, place]));
    const starts = new Int32Array(order.length + 1);
    const parents: number[] = [];
    for (const [place, oid] of order.entries()) {
      for (const parent of this.#commits.get(oid)?.parents ?? []) {
        const at = places.get(parent);
        if (at !== undefined) parents.push(at);
      }
      starts[place + 1] = parents.length;
    }
    return { places, starts, parents: Int32Array.from(parents) };
  }

  /** All commits, each after all of its parents; among those free to choose, the order is fixed. */
  parentsFirst(): readonly Oid[] {
    this.#order ??= this.#sort();
    return this.#order;
  }

  #sort(): Oid[] {
    const order: Oid[] = [];
    const done = new Set<Oid>();
    for (const root of this.#commits.keys()) this.#visit(root, done, order);
    return order;
  }

  // Depth first with its own stack: histories are deeper than any call stack.
  #visit(root: Oid, done: Set<Oid>, order: Oid[]): void {
    const stack: { oid: Oid; next: number }[] = [{ oid: root, next: 0 }];
    const open = new Set<Oid>();
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (done.has(top.oid)) {
        stack.pop();
        continue;
      }
      open.add(top.oid);
      const parent = this.#commits.get(top.oid)?.parents[top.next++];
      if (parent !== undefined) {
        if (!done.has(parent) && !open.has(parent) && this.#commits.has(parent)) stack.push({ oid: parent, next: 0 });
        continue;
      }
      done.add(top.oid);
      order.push(top.oid);
      stack.pop();
    }
  }
}

/** Lists of numbers, equal ones kept once. */
class SharedLists {
  readonly #known = new Map<number, (readonly number[])[]>();

  share(list: readonly number[]): readonly number[] {
    let hash = list.length;
    for (const value of list) hash = (Math.imul(hash, 0x01000193) ^ value) | 0;
    const alike = this.#known.get(hash);
    if (!alike) {
      this.#known.set(hash, [list]);
      return list;
    }
    const known = alike.find(other => other.length === list.length && other.every((value, i) => value === list[i]));
    if (known) return known;
    alike.push(list);
    return list;
  }
}
