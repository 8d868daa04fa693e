// Every object of a repository, reachable or not, read once: blobs, commits (headers and message), annotated tags.

import type { CachePlace } from '../git/audit-cache.js';
import { checkStore } from '../git/check-store.js';
import { CommitGraph } from '../git/commit-graph.js';
import { findMissing, type Walk } from '../git/find-missing.js';
import { describeObjects, type ListedObject, listObjects, type ObjectList } from '../git/list-objects.js';
import { parseCommit, parseTag } from '../git/parse-commit.js';
import { type ReadObject, readObjects } from '../git/read-objects.js';
import { type Refs, readRefs } from '../git/read-refs.js';
import { type Again, type HistoryPart, numberOf, numbersOf, planJobs } from '../git/shared-history.js';
import { TreeRecorder, type TreeRecords } from '../git/tree-records.js';
import type { Blob, BlobKind, Gap, Hit, Notice, Oid, Place } from '../types.js';
import { attributeHistory } from './attribute-history.js';
import { noteMissing, walkIfNeeded } from './missing-objects.js';
import { type OpenedPacks, openPacks } from './packed-history.js';
import { PIECE_BYTES } from './pieces.js';
import { readLarge } from './read-large.js';
import { openSession, repositoryGaps, type Session } from './session.js';
import { type PackedSource, type Source, Tally } from './source.js';

export type HistoryInput = {
  dir: string;
  env: Readonly<Record<string, string | undefined>>;
  refsOnly: boolean; // leave out what no ref reaches
  overlap: number;
  cache?: CachePlace | null; // what an earlier audit has found out
  slow?: boolean; // everything through git: the measure of the fast door in tests
};

/** A source over the whole object database. */
export function historySource(input: HistoryInput): Source {
  const session = openSession(input.dir, input.env, false);
  const refs = readRefs(session.repository);
  const state: State = {
    session,
    refs,
    graph: new CommitGraph(),
    tags: new Map(),
    tally: new Tally(),
    gaps: [],
    notices: [],
    progress: { done: 0, total: 0, unit: 'objects' },
    scanned: new Set(),
    packed: null,
  };
  return {
    mode: 'history',
    target: session.repository.root ?? session.repository.gitDir,
    head: refs.head,
    branch: refs.branch,
    packs: async () => (input.refsOnly || input.slow ? null : openPacked(state, input.cache ?? null)),
    blobs: () => readHistory(state, input),
    attribute: ids => attributeHistory(state, ids),
    gaps: state.gaps,
    notices: state.notices,
    counts: () => state.tally.counts(),
    progress: () => state.progress,
    close: () => session.close(),
  };
}

/** What reading the objects leaves behind for attribution. */
export type State = {
  session: Session;
  refs: Refs;
  graph: CommitGraph;
  tags: Map<Oid, { target: Oid | null; name: string }>;
  tally: Tally;
  gaps: Gap[];
  notices: Notice[];
  progress: { done: number; total: number; unit: string };
  scanned: Set<Oid>;
  packed: Packed | null; // the fast door, when it is open
};

/** What the packs gave, and what is left for git. */
export type Packed = {
  opened: OpenedPacks;
  records: TreeRecords[];
  unread: Oid[];
  hits: Map<Oid, readonly Hit[]>; // of unread objects, from the cache
};

async function* readHistory(state: State, input: HistoryInput): AsyncGenerator<Blob> {
  const { session, gaps, refs } = state;
  gaps.push(...repositoryGaps(session.repository));
  for (const problem of refs.problems)
    gaps.push({
      kind: 'ref-unreadable',
      what: problem,
      reason: 'what only this ref reaches is scanned, but not named by it',
    });
  for (const { what, reason } of checkStore(
    session.repository.objectsDir,
    session.repository.objectFormat === 'sha256' ? 32 : 20,
  ))
    gaps.push({ kind: 'pack-unreadable', what, reason });
  const list = await listRest(state);
  if (list.failure) gaps.push({ kind: 'repository', what: 'list of objects', reason: list.failure });
  for (const { oid, reason } of list.unreadable) gaps.push({ kind: 'object-unreadable', what: oid, reason });
  const isPresent = presence(state, list.objects);
  const named = [...refs.refs.map(ref => ref.oid), ...(refs.head ? [refs.head] : [])];
  const tips = [...named, ...refs.others];
  for (const ref of refs.refs)
    if (!isPresent(ref.oid))
      gaps.push({ kind: 'object-missing', what: ref.name, reason: `it names ${ref.oid}, which is not here` });
  const edge = session.git.privateDir.shallowOf(session.repository.commonDir);
  if (edge.length > 0) session.git.privateDir.writeShallow(edge);
  const from = (input.refsOnly ? named : tips).filter(isPresent);
  // Runs beside the scan: it walks trees, we read blobs. Where the packs are read here, their trees have been walked already.
  const walk = state.packed ? null : findMissing(session.git, from);
  const wanted = input.refsOnly && walk ? keep(list.objects, await walk) : list.objects;
  if (wanted.length === 0 && !state.packed?.opened.history.packs.length && gaps.length === 0)
    gaps.push({
      kind: 'nothing-scanned',
      what: state.session.repository.gitDir,
      reason: 'the repository has no objects',
    });
  yield* readNames(state);
  if (state.packed) await recordTrees(state, state.packed, wanted);
  yield* readAll(
    state,
    wanted.filter(object => object.type !== 'tree'),
    input.overlap,
  );
  await noteMissing(state, {
    walk: walk ? await walk : await walkIfNeeded(state, { from, edge: new Set(edge), isPresent }),
    from,
    edge: new Set(edge),
  });
}

// All objects, or those that the packs did not give.
function listRest({ session, packed }: State): Promise<ObjectList> {
  return packed
    ? describeObjects(session.git, [...new Set([...packed.opened.others, ...packed.unread])])
    : listObjects(session.git);
}

function presence({ packed }: State, objects: readonly ListedObject[]): (oid: Oid) => boolean {
  const listed = new Set(objects.map(object => object.oid));
  if (!packed) return oid => listed.has(oid);
  const numberOf = numbersOf({ ...packed.opened.history, others: new Map() });
  return oid => listed.has(oid) || numberOf(oid) >= 0;
}

async function openPacked(state: State, cache: CachePlace | null): Promise<PackedSource | null> {
  const opened = await openPacks(state.session.repository, state.session.git, cache);
  if (opened.failure) state.gaps.push({ kind: 'repository', what: 'list of objects', reason: opened.failure });
  const packed: Packed = { opened, records: [], unread: [], hits: new Map() };
  state.packed = packed;
  state.progress.total = opened.history.packs.reduce((sum, { index }) => sum + index.count, 0);
  for (const part of opened.cached) takePart(state, packed, part, part.again);
  const parts = [...opened.cached];
  return {
    history: opened.history,
    jobs: planJobs(opened.history.packs),
    take: part => {
      takePart(state, packed, part, []);
      if (opened.keep) parts.push(part);
    },
    end: () => {
      const failure = opened.keep?.(parts) ?? null;
      if (failure !== null)
        state.notices.push({ kind: 'cache', text: `nothing was kept for the next audit: ${failure}` });
    },
  };
}

/** @param again objects that are read again, as a cache has their names alone: they are counted there */
function takePart(state: State, packed: Packed, part: HistoryPart, again: readonly Again[]): void {
  const { graph, tally, tags, progress } = state;
  for (const line of part.commits === '' ? [] : part.commits.split('\n')) {
    const [oid = '', tree = '-', time = '0', ...parents] = line.split(' ');
    graph.add({ oid, tree: tree === '-' ? null : tree, parents, time: Number(time) });
  }
  for (const { oid, target, name } of part.tags) tags.set(oid, { target, name });
  tally.commits += part.counts.commits;
  tally.blobs += part.counts.blobs;
  tally.bytes += part.counts.bytes;
  progress.done += part.counts.objects;
  for (const { oid, kind, bytes, hits } of again) {
    if (hits) packed.hits.set(oid, hits);
    if (kind === 'commit') tally.commits--;
    if (kind === 'file') tally.blobs--;
    tally.bytes -= bytes;
    packed.unread.push(oid);
  }
  for (const { oid } of part.unread) packed.unread.push(oid);
  if (part.records) packed.records.push(part.records);
}

// Trees outside the packs: without deltas, so each is taken as it is.
async function recordTrees(state: State, packed: Packed, objects: readonly ListedObject[]): Promise<void> {
  const { history } = packed.opened;
  const recorder = new TreeRecorder(history.hashBytes, (bytes, at) => numberOf(history, bytes, at));
  const trees = objects.filter(object => object.type === 'tree').map(({ oid }) => oid);
  for await (const object of readObjects(state.session.git, trees)) {
    const number = 'bytes' in object ? numberOf(history, Buffer.from(object.oid, 'hex'), 0) : -1;
    try {
      if ('bytes' in object) recorder.add(number, object.bytes, null);
      else
        state.gaps.push({
          kind: 'object-unreadable',
          what: object.oid,
          reason: object.type === 'missing' ? 'git cannot find it' : object.reason,
        });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      state.gaps.push({ kind: 'object-unreadable', what: object.oid, reason: error.message });
    }
  }
  packed.records.push(recorder.records());
}

// A walk that broke off does not know what is reachable: everything is scanned then.
function keep(objects: readonly ListedObject[], walk: Walk): ListedObject[] {
  return walk.failure === null ? objects.filter(object => walk.reachable.has(object.oid)) : [...objects];
}

// The name of a branch or a tag is pushed and cloned like any content.
function* readNames({ refs }: State): Generator<Blob> {
  for (const { name } of refs.refs) {
    const places: Place[] = [{ path: name, commit: null, kind: 'file', state: 'history' }];
    yield { id: name, kind: 'file', bytes: Buffer.from(name, 'latin1'), piece: null, before: null, places };
  }
}

async function* readAll(state: State, objects: readonly ListedObject[], overlap: number): AsyncGenerator<Blob> {
  state.progress.total += objects.length;
  const small = objects.filter(object => object.size <= PIECE_BYTES);
  for await (const object of readObjects(
    state.session.git,
    small.map(({ oid }) => oid),
  )) {
    state.progress.done++;
    const blob = toBlob(state, object);
    if (blob) yield blob;
  }
  for (const { oid } of objects.filter(object => object.size > PIECE_BYTES)) {
    state.progress.done++;
    yield* readLarge(state, oid, overlap);
  }
}

function toBlob(state: State, object: ReadObject): Blob | null {
  if (!('bytes' in object)) {
    const reason = object.type === 'missing' ? 'git cannot find it' : object.reason;
    state.gaps.push({ kind: 'object-unreadable', what: object.oid, reason });
    return null;
  }
  const { oid, type, bytes } = object;
  state.scanned.add(oid);
  state.tally.bytes += bytes.length;
  if (type === 'commit') {
    state.tally.commits++;
    state.graph.add(parseCommit(oid, bytes));
  } else if (type === 'tag') state.tags.set(oid, parseTag(bytes));
  else state.tally.blobs++;
  const hits = state.packed?.hits.get(oid);
  return { id: oid, kind: kindOf(type), bytes, piece: null, before: null, places: null, ...(hits && { hits }) };
}

function kindOf(type: string): BlobKind {
  return type === 'commit' || type === 'tag' ? type : 'file';
}
