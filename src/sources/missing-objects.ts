// Objects that the history names and that are not here: what a scan of all objects cannot see by itself.

import { findMissing, type Walk } from '../git/find-missing.js';
import { findNamed, type Tips } from '../git/find-named.js';
import { numbersOf } from '../git/shared-history.js';
import type { Oid } from '../types.js';
import type { State } from './history.js';
import type { Packed } from './history-packs.js';

// Entries that name what is not here may stand in trees that nothing reaches. The trees that were recorded tell, or git has to walk.
/** What is missing, by a walk of git where the trees that were recorded do not say. */
export async function walkIfNeeded(
  state: State,
  { from, edge, isPresent }: { from: readonly Oid[]; edge: ReadonlySet<Oid>; isPresent: (oid: Oid) => boolean },
): Promise<Walk> {
  const { packed } = state;
  const hasAllParents = state.graph.absentParents().every(({ child }) => edge.has(child));
  const isHere = (oid: Oid | null) => oid !== null && isPresent(oid);
  const tips =
    packed && edge.size === 0 && hasAllParents && hasAllTargets(state, packed, isHere) ? sortTips(state, from) : null;
  const missing =
    packed && tips ? findNamed({ history: packed.opened.history, records: packed.records }, state.graph, tips) : null;
  return missing ? { reachable: new Set(), missing, failure: null } : findMissing(state.session.git, from);
}

// What no tree names: the tree of a commit, and what a tag stands for.
function hasAllTargets({ graph, tags }: State, { opened }: Packed, isHere: (oid: Oid | null) => boolean): boolean {
  const inPacks = opened.history.packs.reduce((sum, { index }) => sum + index.count, 0);
  const numbers = graph.treeNumbers(numbersOf(opened.history));
  const { commits } = graph.links();
  const isTreeHere = (tree: number, place: number) =>
    (tree >= 0 && tree < inPacks) || isHere(commits[place]?.tree ?? null);
  return numbers.every(isTreeHere) && [...tags.values()].every(({ target }) => isHere(target));
}

// Refs mostly name commits, through tags; null: what one of them names could not be read.
function sortTips({ graph, tags, gaps }: State, from: readonly Oid[]): Tips | null {
  const ends = [...new Set(from.map(oid => endOf({ graph, tags }, oid)))];
  const others = ends.filter(oid => !graph.get(oid));
  const unread = new Set(gaps.map(({ what }) => what));
  return others.some(oid => unread.has(oid) || tags.has(oid))
    ? null
    : { commits: ends.filter(oid => graph.get(oid)), others };
}

// What a tag stands for; ten tags of tags are deeper than anybody nests them.
function endOf({ graph, tags }: Pick<State, 'graph' | 'tags'>, oid: Oid): Oid {
  let at = oid;
  for (let depth = 0; depth <= 10 && !graph.get(at); depth++) at = tags.get(at)?.target ?? at;
  return at;
}

const NOT_HERE = 'the history names it, but it is not here (a partial clone, or damage)';

/** Names what is missing as gaps. */
export async function noteMissing(
  state: State,
  { walk, from, edge }: { walk: Walk; from: readonly Oid[]; edge: ReadonlySet<Oid> },
): Promise<void> {
  const { session, graph, gaps, scanned } = state;
  let { missing, failure } = walk;
  const absent = failure === null ? [] : graph.absentParents().filter(({ child }) => !edge.has(child));
  if (absent.length > 0) {
    // A commit that is not here ends git's walk. Taken as the edge of the history, it does not: the rest is checked, too.
    session.git.privateDir.writeShallow(graph.boundary());
    ({ missing, failure } = await findMissing(session.git, from));
  }
  const isKnown = (oid: Oid) => scanned.has(oid) || gaps.some(({ what }) => what === oid);
  for (const { parent, child } of absent)
    if (!isKnown(parent))
      gaps.push({ kind: 'object-missing', what: parent, reason: `it is a parent of ${child}, but it is not here` });
  for (const oid of [...missing].sort())
    if (!isKnown(oid)) gaps.push({ kind: 'object-missing', what: oid, reason: NOT_HERE });
  if (failure) gaps.push({ kind: 'repository', what: 'check for missing objects', reason: failure });
}
