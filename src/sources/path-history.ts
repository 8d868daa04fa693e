// What the commits of a repository did to some paths: every version of them, reachable or not, with authors, refs and what is at HEAD.

import { CommitGraph } from '../git/commit-graph.js';
import { diffCommits, diffSoundCommits } from '../git/diff-raw.js';
import { type ListedObject, listCommits } from '../git/list-objects.js';
import { listTree } from '../git/list-tree.js';
import { parseCommit, parseTag } from '../git/parse-commit.js';
import { readObjects } from '../git/read-objects.js';
import { readRefs } from '../git/read-refs.js';
import type { Git } from '../git/run-git.js';
import type { BytePath, Change, Gap, History, Oid } from '../types.js';
import { readCommitInfos, refsOf } from './attribute-history.js';
import { repositoryGaps, type Session } from './session.js';

export type PathHistory = {
  byPath: ReadonlyMap<BytePath, readonly Change[]>; // what was done to each wanted path, parents before children
  atHead: ReadonlyMap<BytePath, Oid>; // wanted paths that HEAD has
  history: History;
  commits: number; // that were looked at
  gaps: readonly Gap[];
};

// Patterns save the reading of what a first commit of 100,000 files adds, but double the time that git takes for a commit (91 ms
// against 198 ms for 1,000 of them, laravel/framework): in a long history they cost more than they save.
const MANY_COMMITS = 2000;

type Tag = ReturnType<typeof parseTag>;

/** `pathspecs`: patterns that at least every wanted path fits, so that git leaves the others out; `isWanted` is asked for the rest. */
export type Wanted = { pathspecs: readonly string[]; isWanted: (path: BytePath) => boolean };

/** Follows paths through all commits. */
export async function readPathHistory(session: Session, wanted: Wanted): Promise<PathHistory> {
  const { git, repository } = session;
  const { isWanted } = wanted;
  const gaps = repositoryGaps(repository);
  const refs = readRefs(repository);
  const state = { session, refs, graph: new CommitGraph(), tags: new Map(), gaps, packed: null };
  const edge = git.privateDir.shallowOf(repository.commonDir);
  if (edge.length > 0) git.privateDir.writeShallow(edge);
  const list = await listCommits(git);
  if (list.failure) gaps.push({ kind: 'repository', what: 'list of objects', reason: list.failure });
  const commits = list.objects.filter(({ type }) => type === 'commit').map(({ oid }) => oid);
  // Compared while they are read: again, and in order, only where one fails or a parent is absent that the edge does not tell of.
  const early: Change[] = [];
  const isEarlyWhole = compareEarly(git, commits, wanted, early);
  isEarlyWhole.catch(() => {}); // thrown where it is awaited
  await readCommits(state, list.objects);
  for (const { parent, child } of state.graph.absentParents())
    if (!edge.includes(child))
      gaps.push({ kind: 'object-missing', what: parent, reason: `it is a parent of ${child}, but it is not here` });
  const boundary = state.graph.boundary();
  const isSound =
    (await isEarlyWhole) && list.failure === null && state.graph.size === commits.length && isSame(boundary, edge);
  git.privateDir.writeShallow(boundary);
  const order = state.graph.parentsFirst();
  const changes = isSound ? inOrder(early, order) : await compareInOrder(git, order, { ...wanted, gaps });
  const involved = [...new Set(changes.map(change => change.commit))];
  const atHead = changes.length === 0 ? new Map() : await pathsAtHead(session, refs.head, { isWanted, gaps });
  const history: History = {
    changes,
    commits: await readCommitInfos(git, involved),
    headPaths: new Map(),
    ...refsOf(state, involved, new Set()),
  };
  return { byPath: groupByPath(changes), atHead, history, commits: state.graph.size, gaps };
}

const patternsFor = (commits: readonly Oid[], pathspecs: readonly string[]) =>
  commits.length > MANY_COMMITS ? [] : pathspecs;

async function compareEarly(git: Git, commits: readonly Oid[], wanted: Wanted, changes: Change[]): Promise<boolean> {
  const onChange = (change: Change) => void (wanted.isWanted(change.path) && changes.push(change));
  return (await diffSoundCommits(git, commits, onChange, patternsFor(commits, wanted.pathspecs))) === null;
}

// One after the other where that is needed to say which commit could not be compared.
async function compareInOrder(
  git: Git,
  order: readonly Oid[],
  { isWanted, pathspecs, gaps }: Wanted & { gaps: Gap[] },
): Promise<Change[]> {
  const changes: Change[] = [];
  const onChange = (change: Change) => void (isWanted(change.path) && changes.push(change));
  const failed = await diffCommits(git, order, onChange, patternsFor(order, pathspecs));
  for (const { oid, reason } of failed) gaps.push({ kind: 'commit-unreadable', what: oid, reason });
  return changes;
}

function inOrder(changes: readonly Change[], order: readonly Oid[]): Change[] {
  const rank = new Map(order.map((oid, at) => [oid, at]));
  return changes.toSorted((a, b) => (rank.get(a.commit) ?? 0) - (rank.get(b.commit) ?? 0));
}

function isSame(some: readonly Oid[], others: readonly Oid[]): boolean {
  const known = new Set(others);
  return new Set(some).size === known.size && some.every(oid => known.has(oid));
}

async function readCommits(
  { session, graph, tags, gaps }: { session: Session; graph: CommitGraph; tags: Map<Oid, Tag>; gaps: Gap[] },
  objects: readonly ListedObject[],
): Promise<void> {
  const oids = objects.filter(({ type }) => type === 'commit' || type === 'tag').map(({ oid }) => oid);
  for await (const object of readObjects(session.git, oids)) {
    if (!('bytes' in object))
      gaps.push({
        kind: 'object-unreadable',
        what: object.oid,
        reason: object.type === 'missing' ? 'git cannot find it' : object.reason,
      });
    else if (object.type === 'tag') tags.set(object.oid, parseTag(object.bytes));
    else graph.add(parseCommit(object.oid, object.bytes));
  }
}

async function pathsAtHead(
  { git }: Session,
  head: Oid | null,
  { isWanted, gaps }: { isWanted: (path: BytePath) => boolean; gaps: Gap[] },
): Promise<Map<BytePath, Oid>> {
  if (head === null) return new Map();
  try {
    const entries = await listTree(git, head);
    return new Map(entries.filter(({ path }) => isWanted(path)).map(({ path, oid }) => [path, oid]));
  } catch {
    gaps.push({
      kind: 'commit-unreadable',
      what: head,
      reason: 'the tree of HEAD cannot be listed, so what is still there is not known',
    });
    return new Map();
  }
}

function groupByPath(changes: readonly Change[]): Map<BytePath, Change[]> {
  const groups = new Map<BytePath, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.path);
    if (group) group.push(change);
    else groups.set(change.path, [change]);
  }
  return groups;
}
