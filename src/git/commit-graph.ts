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
   * @returns wanted commit → indexes into `tips`; one pass over the graph for 31 wanted commits
   */
  tipsReaching(wanted: readonly Oid[], tips: readonly Oid[]): Map<Oid, number[]> {
    const result = new Map<Oid, number[]>(wanted.map(oid => [oid, []]));
    const order = this.parentsFirst();
    for (let from = 0; from < wanted.length; from += 31) {
      const group = wanted.slice(from, from + 31);
      const bits = this.#spread(order, group);
      tips.forEach((tip, index) => {
        const reached = bits.get(tip) ?? 0;
        group.forEach((oid, bit) => {
          if (reached & (1 << bit)) result.get(oid)?.push(index);
        });
      });
    }
    return result;
  }

  // Bit n of a commit is set when group[n] is the commit itself or one of its ancestors.
  #spread(order: readonly Oid[], group: readonly Oid[]): Map<Oid, number> {
    const bits = new Map<Oid, number>(group.map((oid, bit) => [oid, 1 << bit]));
    for (const oid of order) {
      let value = bits.get(oid) ?? 0;
      for (const parent of this.#commits.get(oid)?.parents ?? []) value |= bits.get(parent) ?? 0;
      if (value !== 0) bits.set(oid, value);
    }
    return bits;
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
