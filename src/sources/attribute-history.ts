// Blobs with matches → the commits that put them somewhere or took them away, paths at HEAD, refs. Only what findings need.

import { numbersIn } from '../git/bits.js';
import type { CommitGraph } from '../git/commit-graph.js';
import { diffCommits } from '../git/diff-raw.js';
import { listIndex, listTree } from '../git/list-tree.js';
import { parseCommitInfo } from '../git/parse-commit.js';
import { readObjects } from '../git/read-objects.js';
import type { Refs } from '../git/read-refs.js';
import { type NamedTip, RefLists } from '../git/ref-lists.js';
import type { Git } from '../git/run-git.js';
import type { SharedHistory } from '../git/shared-history.js';
import type { TreeRecords } from '../git/tree-records.js';
import type { Attribution, BytePath, Change, CommitInfo, Gap, History, Oid, Place } from '../types.js';
import { changesByTrees } from './changes-by-trees.js';
import type { Session } from './session.js';

export type HistoryState = {
  session: Session;
  refs: Refs;
  graph: CommitGraph;
  tags: ReadonlyMap<Oid, { target: Oid | null; name: string }>;
  gaps: Gap[];
  packed: { opened: { history: SharedHistory }; records: readonly TreeRecords[] } | null; // trees that were walked already
};

/** Explains the wanted objects: blobs by the commits that change them, commits and tags by themselves. */
export async function attributeHistory(state: HistoryState, wanted: ReadonlySet<Oid>): Promise<Attribution> {
  if (wanted.size === 0) return { places: new Map(), history: null };
  const { git } = state.session;
  git.privateDir.writeShallow(state.graph.boundary());
  const { changes, headPaths } = await changesOf(state, wanted);
  const involved = new Set(changes.map(change => change.commit));
  for (const oid of wanted) if (state.graph.get(oid)) involved.add(oid);
  const reading = readCommitInfos(git, involved); // git looks for them while refs are followed
  const reached = refsOf(state, [...involved], wanted);
  const commits = await reading;
  const explained = new Set(changes.map(change => change.after));
  const places = await otherPlaces(
    state,
    [...wanted].filter(oid => !explained.has(oid)),
    commits,
  );
  return { places, history: { changes, commits, headPaths, ...reached } };
}

type Changes = { changes: Change[]; headPaths: Map<Oid, BytePath[]> };

async function changesOf(state: HistoryState, wanted: ReadonlySet<Oid>): Promise<Changes> {
  const blobs = new Set([...wanted].filter(oid => !state.graph.get(oid) && !state.tags.has(oid)));
  if (blobs.size === 0) return { changes: [], headPaths: new Map() };
  if (!state.packed) return { changes: await changesByGit(state, wanted), headPaths: await pathsAtHead(state, wanted) };
  const { opened, records } = state.packed;
  return changesByTrees({ history: opened.history, records }, state.graph, {
    wanted: blobs,
    head: state.refs.head,
    gaps: state.gaps,
  });
}

async function changesByGit(state: HistoryState, wanted: ReadonlySet<Oid>): Promise<Change[]> {
  const order = state.graph.parentsFirst();
  const changes: Change[] = [];
  const failed = await diffCommits(state.session.git, order, change => {
    if (wanted.has(change.after) || change.before.some(oid => wanted.has(oid))) changes.push(change);
  });
  for (const { oid, reason } of failed) state.gaps.push({ kind: 'commit-unreadable', what: oid, reason });
  const rank = new Map(order.map((oid, index) => [oid, index]));
  return changes.sort((a, b) => (rank.get(a.commit) ?? 0) - (rank.get(b.commit) ?? 0));
}

/** Author and dates of commits, as their objects say. */
export async function readCommitInfos(git: Git, oids: Iterable<Oid>): Promise<Map<Oid, CommitInfo>> {
  const infos = new Map<Oid, CommitInfo>();
  for await (const object of readObjects(git, [...oids])) {
    if ('bytes' in object && object.type === 'commit') infos.set(object.oid, parseCommitInfo(object.oid, object.bytes));
  }
  return infos;
}

async function pathsAtHead(state: HistoryState, wanted: ReadonlySet<Oid>): Promise<Map<Oid, BytePath[]>> {
  const paths = new Map<Oid, BytePath[]>();
  const { head } = state.refs;
  if (!head || !state.graph.get(head)) return paths;
  try {
    for (const entry of await listTree(state.session.git, head)) {
      if (wanted.has(entry.oid)) paths.set(entry.oid, [...(paths.get(entry.oid) ?? []), entry.path]);
    }
  } catch {
    state.gaps.push({
      kind: 'commit-unreadable',
      what: head,
      reason: 'the tree of HEAD cannot be listed, so what is still there is not known',
    });
  }
  return paths;
}

// Objects that no commit's tree explains: in the index, named by a tag, or loose.
async function otherPlaces(
  state: HistoryState,
  oids: readonly Oid[],
  commits: ReadonlyMap<Oid, CommitInfo>,
): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  const index = oids.some(oid => !state.graph.get(oid)) ? await indexPaths(state) : new Map<Oid, BytePath[]>();
  for (const oid of oids) {
    if (state.graph.get(oid))
      places.set(oid, [{ path: null, commit: commits.get(oid) ?? null, kind: 'commit', state: 'history' }]);
    else if (state.tags.has(oid)) places.set(oid, [{ path: null, commit: null, kind: 'tag', state: 'history' }]);
    else if (index.has(oid))
      places.set(
        oid,
        (index.get(oid) ?? []).map(path => ({ path, commit: null, kind: 'file', state: 'index' })),
      );
    else places.set(oid, [{ path: null, commit: null, kind: 'file', state: 'history' }]);
  }
  return places;
}

async function indexPaths(state: HistoryState): Promise<Map<Oid, BytePath[]>> {
  const paths = new Map<Oid, BytePath[]>();
  try {
    for (const entry of await listIndex(state.session.git))
      paths.set(entry.oid, [...(paths.get(entry.oid) ?? []), entry.path]);
  } catch {
    state.gaps.push({
      kind: 'index',
      what: 'index',
      reason: 'it cannot be read, so staged files are scanned without their names',
    });
  }
  return paths;
}

/** Which refs reach the commits involved. */
export function refsOf(
  state: HistoryState,
  involved: readonly Oid[],
  wanted: ReadonlySet<Oid>,
): Pick<History, 'refs' | 'reachable' | 'hasRemotes' | 'isBare' | 'pushes' | 'knowsRefs'> {
  const tips = new Map<Oid, number>(); // a repository may have tens of thousands of refs to some of them
  const tipOf = (oid: Oid): number => {
    const tip = tips.get(oid) ?? tips.size;
    tips.set(oid, tip);
    return tip;
  };
  const names: NamedTip[] = [];
  const tagged = new Set<Oid>(); // tags, and blobs that are tagged: no commit leads to them
  for (const { name, oid } of state.refs.refs) {
    const chain = namedBy(state, oid);
    names.push([name, tipOf(chain.at(-1) ?? oid)]);
    for (const named of chain) {
      if (!wanted.has(named) || state.graph.get(named)) continue;
      tagged.add(named);
      names.push([name, tipOf(named)]);
    }
  }
  if (state.refs.head && state.refs.branch === null) names.push(['HEAD', tipOf(state.refs.head)]);
  names.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const bits = state.graph.tipsReaching([...new Set([...involved, ...tagged])], [...tips.keys()]);
  return {
    refs: new RefLists(names, bits),
    reachable: new Set([...bits].filter(([, row]) => row.some(word => word !== 0)).map(([oid]) => oid)),
    hasRemotes: state.refs.refs.some(ref => ref.name.startsWith('refs/remotes/')),
    isBare: state.session.repository.root === null,
    pushes: firstPushes(state, involved),
    knowsRefs: true,
  };
}

// Commit → when the first push that took it along happened.
function firstPushes(state: HistoryState, involved: readonly Oid[]): Map<Oid, string> {
  const { pushes } = state.refs;
  if (pushes.length === 0) return new Map();
  const first = new Map<Oid, number>();
  for (const { oid, at } of pushes) if (!first.has(oid)) first.set(oid, at);
  const tips = [...first.keys()];
  const times = new Map<Oid, string>();
  for (const [commit, bits] of state.graph.tipsReaching(involved, tips)) {
    const known = numbersIn(bits).map(index => first.get(tips[index] ?? '') ?? Number.POSITIVE_INFINITY);
    if (known.length > 0) times.set(commit, new Date(Math.min(...known) * 1000).toISOString());
  }
  return times;
}

// What a ref names, and what that names in turn. Annotated tags may name tags; ten is deeper than anybody nests them.
function namedBy(state: HistoryState, oid: Oid): Oid[] {
  const chain = [oid];
  for (let target = state.tags.get(oid)?.target; target && chain.length <= 10; target = state.tags.get(target)?.target)
    chain.push(target);
  return chain;
}
