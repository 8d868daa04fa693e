// Commits that put wanted blobs somewhere or took them away, from the recorded trees: no commit is compared by git.

import type { CommitGraph } from '../git/commit-graph.js';
import { numberOf, type SharedHistory } from '../git/shared-history.js';
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
  const oidOf = new Map<number, Oid>();
  for (const oid of input.wanted) oidOf.set(numberOf(history, Buffer.from(oid, 'hex'), 0), oid);
  const interest = new TreeInterest(records, new Set(oidOf.keys()));
  const none = '0'.repeat(2 * history.hashBytes);
  const nameOf = (blob: number) => oidOf.get(blob) ?? none;
  const sets = new Map<Oid, number | null>();
  const setOf = (commit: Oid): number | null => {
    const known = sets.get(commit);
    if (known !== undefined) return known;
    const tree = graph.get(commit)?.tree;
    const set = tree ? interest.setOf(numberOf(history, Buffer.from(tree, 'hex'), 0)) : null;
    sets.set(commit, set);
    return set;
  };
  const changes: Change[] = [];
  for (const commit of graph.parentsFirst()) {
    const set = setOf(commit);
    if (set === null) {
      input.gaps.push({
        kind: 'commit-unreadable',
        what: commit,
        reason: 'its tree is not here, so what it changed is not known',
      });
      continue;
    }
    const parents = graph.get(commit)?.parents ?? [];
    // At the edge of a shallow history there is nothing to compare with.
    const hasAll = parents.length > 0 && parents.every(parent => graph.get(parent));
    const before = hasAll ? parents.map(parent => setOf(parent) ?? 0) : [0];
    interest.compare(set, before, (path, after, blobs) => {
      changes.push({
        commit,
        path,
        before: hasAll ? blobs.map(nameOf) : [none],
        after: nameOf(after),
        mode: '',
        status: '',
      });
    });
  }
  const headPaths = new Map<Oid, BytePath[]>();
  interest.paths(input.head ? (setOf(input.head) ?? 0) : 0, (path, blob) => {
    const paths = headPaths.get(nameOf(blob));
    if (paths) paths.push(path);
    else headPaths.set(nameOf(blob), [path]);
  });
  return { changes, headPaths };
}
