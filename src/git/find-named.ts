// What the trees of reachable commits name and what is not here, from recorded trees: git need not walk them again.

import type { Oid } from '../types.js';
import type { CommitGraph } from './commit-graph.js';
import { numbersOf, type SharedHistory } from './shared-history.js';
import { TreeInterest } from './tree-interest.js';
import type { TreeRecords } from './tree-records.js';

/** What refs name: commits, and trees or blobs that are here. */
export type Tips = { commits: readonly Oid[]; others: readonly Oid[] };

/**
 * Finds the missing objects that some tips reach.
 *
 * @returns ids, sorted; null when the records do not say: more are missing than they hold, or the tree of a commit is
 */
export function findNamed(
  { history, records }: { history: SharedHistory; records: readonly TreeRecords[] },
  graph: CommitGraph,
  tips: Tips,
): Oid[] | null {
  if (records.some(({ hasMore }) => hasMore)) return null;
  const missing = new Map<Oid, number>();
  for (const { missing: named } of records)
    for (const oid of named) if (oid !== '' && !missing.has(oid)) missing.set(oid, missing.size);
  if (missing.size === 0) return [];
  const interest = new TreeInterest(records, new Set(), missing);
  const numberOf = numbersOf(history);
  // Of the others, what is no tree is a blob, which leads nowhere.
  const sets = new Set(tips.others.map(oid => interest.setOf(numberOf(oid)) ?? 0));
  const isReached = graph.reachablePlaces(tips.commits);
  for (const [place, tree] of graph.treeNumbers(numberOf).entries()) {
    if (isReached[place] !== 1) continue;
    const set = tree < 0 ? null : interest.setOf(tree);
    if (set === null) return null;
    sets.add(set);
  }
  const oids = [...missing.keys()];
  const found = new Set<Oid>();
  interest.members(sets, number => found.add(oids[number] ?? ''));
  return [...found].sort();
}
