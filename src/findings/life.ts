// The life of a secret in a history: where it came in, where it went out, what still reaches it. Pure.

import { hasPrefix } from '../sorted-texts.js';
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
    const { commit, path, before, after } = change;
    const had = hasAny(held.blobs, before);
    const has = held.blobs.has(after);
    if (has && !had) appearances.push({ commit, path, blob: after });
    // A merge that takes the side without the secret removes nothing: a commit of that side did.
    if (had && !has && !before.includes(after)) removed = history.commits.get(commit) ?? removed;
  }
  const atHead = hasAny(history.headPaths, held.blobs);
  const involved = new Set<Oid>();
  for (const { commit } of appearances) involved.add(commit);
  for (const oid of held.carriers) involved.add(oid);
  const commits = [...involved];
  const { refs, pushed, reachable } = reachOf(history, commits);
  return {
    appearances,
    life: {
      introduced: introducedBy(history, commits),
      removed: atHead ? null : removed,
      atHead,
      refs,
      pushed,
      reachable,
    },
  };
}

function hasAny(known: { has(oid: Oid): boolean }, oids: Iterable<Oid>): boolean {
  for (const oid of oids) if (known.has(oid)) return true;
  return false;
}

function introducedBy(history: History, commits: readonly Oid[]): CommitInfo | null {
  for (const oid of commits) {
    const info = history.commits.get(oid);
    if (info) return info;
  }
  return null;
}

function reachOf(history: History, commits: readonly Oid[]): Pick<Life, 'refs' | 'pushed' | 'reachable'> {
  const reachable = hasAny(history.reachable, commits);
  if (!history.knowsRefs) return { refs: [], pushed: null, reachable };
  const refs = history.refs.of(commits);
  const pushed = history.isBare ? refs.length > 0 : hasPrefix(refs, 'refs/remotes/');
  // A tag is pushed by itself, and no remote-tracking branch tells whether it was.
  const isUnknown = !pushed && refs.length > 0 && (!history.hasRemotes || hasPrefix(refs, 'refs/tags/'));
  return { refs, pushed: isUnknown ? null : pushed, reachable };
}
