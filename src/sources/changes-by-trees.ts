// Commits that put wanted blobs somewhere or took them away, from the recorded trees: no commit is compared by git.

import type { CommitGraph } from '../git/commit-graph.js';
import { numbersOf, type SharedHistory } from '../git/shared-history.js';
import { TreeInterest } from '../git/tree-interest.js';
import type { TreeRecords } from '../git/tree-records.js';
import type { BytePath, Change, Gap, Oid } from '../types.js';

export type RecordedTrees = { history: SharedHistory; records: readonly TreeRecords[] };

/**
 * What each commit changes of the wanted blobs; for a merge, what differs from all of its parents.
 *
 * @param head the commit whose paths are wanted, too
 * @returns changes, parents before children; a blob that is not wanted stands as zeros, like one that is not there
 */
export function changesByTrees(
  { history, records }: RecordedTrees,
  graph: CommitGraph,
  input: { wanted: ReadonlySet<Oid>; head: Oid | null; gaps: Gap[] },
): { changes: Change[]; headPaths: Map<Oid, BytePath[]> } {
  const numberOf = numbersOf(history);
  const oidOf = new Map([...input.wanted].map(oid => [numberOf(oid), oid]));
  const interest = new TreeInterest(records, new Set(oidOf.keys()));
  const none = '0'.repeat(2 * history.hashBytes);
  const nameOf = (blob: number) => oidOf.get(blob) ?? none;
  const { commits, starts, parents } = graph.links();
  const sets = Array.from(graph.treeNumbers(numberOf), tree => (tree < 0 ? null : interest.setOf(tree)));
  const changes: Change[] = [];
  commits.forEach((commit, place) => {
    const set = sets[place] ?? null;
    if (set === null) {
      input.gaps.push({
        kind: 'commit-unreadable',
        what: commit.oid,
        reason: 'its tree is not here, so what it changed is not known',
      });
      return;
    }
    const own = parents.subarray(starts[place], starts[place + 1]);
    // At the edge of a shallow history there is nothing to compare with.
    const hasAll = own.length > 0 && !own.includes(-1);
    const before = hasAll ? Array.from(own, parent => sets[parent] ?? 0) : [0];
    interest.compare(set, before, (path, after, blobs) => {
      changes.push({
        commit: commit.oid,
        path,
        before: hasAll ? blobs.map(nameOf) : [none],
        after: nameOf(after),
        mode: '',
        status: '',
      });
    });
  });
  const headPaths = new Map<Oid, BytePath[]>();
  const headTree = input.head === null ? null : (graph.get(input.head)?.tree ?? null);
  interest.paths(headTree === null ? 0 : (interest.setOf(numberOf(headTree)) ?? 0), (path, blob) => {
    const paths = headPaths.get(nameOf(blob));
    if (paths) paths.push(path);
    else headPaths.set(nameOf(blob), [path]);
  });
  return { changes, headPaths };
}
