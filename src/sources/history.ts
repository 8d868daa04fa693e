// Every object of a repository, reachable or not, read once: blobs, commits (headers and message), annotated tags.

import type { CachePlace, Outcome } from '../git/audit-cache.js';
import { checkStore } from '../git/check-store.js';
import { CommitGraph } from '../git/commit-graph.js';
import { findMissing, type Walk } from '../git/find-missing.js';
import { describeObjects, type ListedObject, listObjects, type ObjectList } from '../git/list-objects.js';
import { parseCommit, parseTag } from '../git/parse-commit.js';
import { type ReadObject, readObjects } from '../git/read-objects.js';
import { type Refs, readRefs } from '../git/read-refs.js';
import { numbersOf } from '../git/shared-history.js';
import type { Blob, BlobKind, Gap, Hit, Notice, Oid, Place } from '../types.js';
import { attributePacked, isQuiet, keepAudit, openPacked, type Packed, recordTrees } from './history-packs.js';
import { noteMissing, walkIfNeeded } from './missing-objects.js';
import { PIECE_BYTES } from './pieces.js';
import { readLarge } from './read-large.js';
import { openSession, repositoryGaps, type Session } from './session.js';
import { type Source, Tally } from './source.js';

export type HistoryInput = {
  dir: string;
  env: Readonly<Record<string, string | undefined>>;
  refsOnly: boolean; // leave out what no ref reaches
  overlap: number;
  cache?: CachePlace | null; // what an earlier audit has found out
  hitsInEach?: (texts: readonly Uint8Array[]) => (readonly Hit[] | null)[]; // what of many short texts is worth a search; null: not known
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
    packs: async isTrusted =>
      input.refsOnly || input.slow ? null : openPacked(state, { place: input.cache ?? null, isTrusted }),
    blobs: () => readHistory(state, input),
    attribute: ids => attributePacked(state, ids),
    isQuiet: names => isQuiet(state, names),
    keep: loud => keepAudit(state, loud),
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
  const known = state.packed?.opened.cached?.outcome ?? null;
  if (known) yield* readKnown(state, known, { objects: list.objects, input });
  else yield* readNew(state, list.objects, input);
}

// Nothing has changed since an audit that found out what follows from commits and trees: only the rest is read.
async function* readKnown(
  state: State,
  { gaps, hasQuietRefs }: Outcome,
  { objects, input }: { objects: readonly ListedObject[]; input: HistoryInput },
): AsyncGenerator<Blob> {
  state.gaps.push(...gaps.refs);
  if (!hasQuietRefs) yield* readNames(state, input);
  yield* readAll(
    state,
    objects.filter(object => object.type !== 'tree'),
    input.overlap,
  );
  state.gaps.push(...gaps.missing);
}

async function* readNew(state: State, objects: readonly ListedObject[], input: HistoryInput): AsyncGenerator<Blob> {
  const { session, gaps, refs } = state;
  const isPresent = presence(state, objects);
  const named = [...refs.refs.map(ref => ref.oid), ...(refs.head ? [refs.head] : [])];
  const tips = [...named, ...refs.others];
  const lost = refs.refs.filter(ref => !isPresent(ref.oid));
  const lostGaps = lost.map(
    (ref): Gap => ({ kind: 'object-missing', what: ref.name, reason: `it names ${ref.oid}, which is not here` }),
  );
  gaps.push(...lostGaps);
  const edge = session.git.privateDir.shallowOf(session.repository.commonDir);
  if (edge.length > 0) session.git.privateDir.writeShallow(edge);
  const from = (input.refsOnly ? named : tips).filter(isPresent);
  // Runs beside the scan: it walks trees, we read blobs. Where the packs are read here, their trees have been walked already.
  const walk = state.packed ? null : findMissing(session.git, from);
  const wanted = input.refsOnly && walk ? keep(objects, await walk) : objects;
  if (wanted.length === 0 && !state.packed?.opened.history.packs.length && gaps.length === 0)
    gaps.push({
      kind: 'nothing-scanned',
      what: state.session.repository.gitDir,
      reason: 'the repository has no objects',
    });
  yield* readNames(state, input);
  if (state.packed) await recordTrees(state, state.packed, wanted);
  yield* readAll(
    state,
    wanted.filter(object => object.type !== 'tree'),
    input.overlap,
  );
  const before = gaps.length;
  await noteMissing(state, {
    walk: walk ? await walk : await walkIfNeeded(state, { from, edge: new Set(edge), isPresent }),
    from,
    edge: new Set(edge),
  });
  if (state.packed) state.packed.gaps = { refs: lostGaps, missing: gaps.slice(before) };
}

// All objects, or those that the packs did not give. Of most of these a cache knows type and size: git is asked for the others.
async function listRest({ session, packed }: State): Promise<ObjectList> {
  if (!packed) return listObjects(session.git);
  const oids = new Set([...packed.opened.others, ...packed.unread]);
  for (const oid of packed.quiet) oids.delete(oid);
  const asked = [...oids].filter(oid => !packed.listed.has(oid));
  const { objects, ...rest } = await describeObjects(session.git, asked);
  const described = new Map(objects.map(object => [object.oid, object]));
  return { ...rest, objects: [...oids].flatMap(oid => packed.listed.get(oid) ?? described.get(oid) ?? []) };
}

function presence({ packed }: State, objects: readonly ListedObject[]): (oid: Oid) => boolean {
  const listed = new Set(objects.map(object => object.oid));
  if (!packed) return oid => listed.has(oid);
  const numberOf = numbersOf({ ...packed.opened.history, others: new Map() });
  return oid => listed.has(oid) || numberOf(oid) >= 0;
}

// A walk that broke off does not know what is reachable: everything is scanned then.
function keep(objects: readonly ListedObject[], walk: Walk): ListedObject[] {
  return walk.failure === null ? objects.filter(object => walk.reachable.has(object.oid)) : [...objects];
}

// The name of a branch or a tag is pushed and cloned like any content.
function* readNames({ refs }: State, { hitsInEach }: HistoryInput): Generator<Blob> {
  const all = refs.refs.map(({ name }) => Buffer.from(name, 'latin1'));
  const hits = hitsInEach?.(all);
  for (const [at, { name }] of refs.refs.entries()) {
    const bytes = all[at] ?? Buffer.alloc(0);
    const places: Place[] = [{ path: name, commit: null, kind: 'file', state: 'history' }];
    // Anything but ASCII may begin like UTF-16, which is read in two ways.
    const own = /^[\x20-\x7e]*$/.test(name) ? hits?.[at] : null;
    const known = own && new Map(own.length > 0 ? [['0', own]] : []);
    yield { id: name, kind: 'file', bytes, piece: null, before: null, places, ...(known && { known }) };
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
  state.packed?.read.push({ oid, kind: kindOf(type), bytes: bytes.length });
  const known = state.packed?.known.get(oid);
  return { id: oid, kind: kindOf(type), bytes, piece: null, before: null, places: null, ...(known && { known }) };
}

function kindOf(type: string): BlobKind {
  return type === 'commit' || type === 'tag' ? type : 'file';
}
