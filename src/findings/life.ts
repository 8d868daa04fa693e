// The life of a secret in a history: where it came in, where it went out, what still reaches it. Pure.

import type { BytePath, Change, CommitInfo, History, Life, Oid } from '../types.js';

export type Appearance = { commit: Oid; path: BytePath; blob: Oid };

/** Blobs that hold the secret → its life. */
export type Trace = {
  appearances: Appearance[]; // a path gets the secret and had it in no parent; parents before children
  life: Life;
};

const UNKNOWN: Life = { introduced: null, removed: null, atHead: null, refs: [], pushed: null, reachable: null };

/**
 * Follows a secret through the changes of its blobs.
 *
 * @param changes changes that touch any of `blobs`, parents before children
 * @param blobs ids of all blobs that hold the secret
 * @param carriers commits and tags whose own message or headers hold it, and blobs that a ref names without a commit
 */
export function traceLife(
  history: History | null,
  changes: readonly Change[],
  held: { blobs: ReadonlySet<Oid>; carriers: readonly Oid[] },
): Trace {
  if (!history) return { appearances: [], life: UNKNOWN };
  const appearances: Appearance[] = [];
  let removed: CommitInfo | null = null;
  for (const change of changes) {
    const had = change.before.some(oid => held.blobs.has(oid));
    const has = held.blobs.has(change.after);
    if (has && !had) appearances.push({ commit: change.commit, path: change.path, blob: change.after });
    // A merge that takes the side without the secret removes nothing: a commit of that side did.
    const takesOneSide = change.before.includes(change.after);
    if (had && !has && !takesOneSide) removed = history.commits.get(change.commit) ?? removed;
  }
  const atHead = [...held.blobs].some(oid => history.headPaths.has(oid));
  const commits = [...new Set([...appearances.map(({ commit }) => commit), ...held.carriers])];
  return {
    appearances,
    life: {
      introduced: introducedBy(history, commits),
      removed: atHead ? null : removed,
      atHead,
      ...reachOf(history, commits),
    },
  };
}

function introducedBy(history: History, commits: readonly Oid[]): CommitInfo | null {
  for (const oid of commits) {
    const info = history.commits.get(oid);
    if (info) return info;
  }
  return null;
}

function reachOf(history: History, commits: readonly Oid[]): Pick<Life, 'refs' | 'pushed' | 'reachable'> {
  if (!history.knowsRefs) return { refs: [], pushed: null, reachable: commits.some(oid => history.reachable.has(oid)) };
  const refs = history.refs.of(commits);
  const pushed = refs.some(ref => history.isBare || ref.startsWith('refs/remotes/'));
  // A tag is pushed by itself, and no remote-tracking branch tells whether it was.
  const isUnknown =
    !pushed && refs.length > 0 && (!history.hasRemotes || refs.some(ref => ref.startsWith('refs/tags/')));
  return { refs, pushed: isUnknown ? null : pushed, reachable: commits.some(oid => history.reachable.has(oid)) };
}
