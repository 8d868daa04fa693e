// What the trees of reachable commits name and what is not here, from recorded trees: git need not walk them again.

import type { Oid } from '../types.js';
import type { CommitGraph } from './commit-graph.js';
import { numbersOf, type SharedHistory } from './shared-history.js';
import { TreeInterest } from './tree-interest.js';
import type { TreeRecords } from './tree-records.js';

/**
 * Finds the missing objects that some commits reach.
 *
 * @param tips commits; what they reach counts
 * @returns ids, sorted; null when the records do not say: more are missing than they hold, or the tree of a commit is
 */
export function findNamed(
  trees: { history: SharedHistory; records: readonly TreeRecords[] },
  graph: CommitGraph,
  tips: Iterable<Oid>,
): Oid[] | null {
  const { history, records } = trees;
  if (records.some(({ hasMore }) => hasMore)) return null;
  const missing = new Map<Oid, number>();
  for (const { missing: named } of records)
    for (const oid of named) if (oid !== '' && !missing.has(oid)) missing.set(oid, missing.size);
  if (missing.size === 0) return [];
  const interest = new TreeInterest(records, new Set(), missing);
  const numberOf = numbersOf(history);
  const sets = new Set<number>();
  for (const commit of graph.reachable(tips)) {
    const tree = graph.get(commit)?.tree;
    const set = tree ? interest.setOf(numberOf(tree)) : null;
    if (set === null) return null;
    sets.add(set);
  }
  const oids = [...missing.keys()];
  const found = new Set<Oid>();
  interest.members(sets, number => found.add(oids[number] ?? ''));
  return [...found].sort();
}
