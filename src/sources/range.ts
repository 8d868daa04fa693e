// What a set of commits adds: `--range A..B` or `--since DATE`. Each commit's new blobs against all of its parents, and its message.

import { CommitGraph } from '../git/commit-graph.js';
import { diffCommits } from '../git/diff-raw.js';
import { listTree } from '../git/list-tree.js';
import { parseCommit, parseCommitInfo } from '../git/parse-commit.js';
import { readObjects } from '../git/read-objects.js';
import { type Refs, readRefs } from '../git/read-refs.js';
import { RefLists } from '../git/ref-lists.js';
import { revList, writeRefs } from '../git/revisions.js';
import type { Attribution, Blob, BytePath, Change, CommitInfo, Gap, Notice, Oid, Place } from '../types.js';
import { readCommitInfos } from './attribute-history.js';
import { type Range, resolveRange } from './resolve-range.js';
import { openSession, repositoryGaps, type Session } from './session.js';
import { type Source, Tally } from './source.js';

export type RangeInput = {
  dir: string;
  env: Readonly<Record<string, string | undefined>>;
  range: string | null; // A..B
  sinceMs: number | null; // committer date, milliseconds since 1970
  onOpen: (close: () => void) => void; // called at once with what removes the temporary files, should the rest be interrupted
};

export type RangeSource = Source & {
  /** A file of the root folder as it was before the range; null where there is no base commit to read it from. */
  readAtBase: ((path: string) => Promise<string | null>) | null;
};

const SUBMODULE = '160000';
const isZero = (oid: string) => /^0+$/.test(oid);

/**
 * A source over the commits of a range.
 *
 * @throws {LeakgateError} BAD_RANGE
 */
export async function rangeSource(input: RangeInput): Promise<RangeSource> {
  const session = openSession(input.dir, input.env, false);
  input.onOpen(() => session.close());
  try {
    const refs = readRefs(session.repository);
    writeRefs(session.git, refs);
    const edge = session.git.privateDir.shallowOf(session.repository.commonDir);
    if (edge.length > 0) session.git.privateDir.writeShallow(edge);
    const range = input.range === null ? { base: null, tip: null } : await resolveRange(session, input.range);
    const state: State = {
      session,
      refs,
      range,
      input,
      tally: new Tally(),
      gaps: [],
      notices: [],
      progress: { done: 0, total: 0, unit: 'files' },
      graph: new CommitGraph(),
      changes: [],
      infos: new Map(),
    };
    return {
      mode: 'range',
      target: session.repository.root ?? session.repository.gitDir,
      readAtBase: range.base === null ? null : path => readAt(session, range.base ?? '', path),
      head: range.tip ?? refs.head,
      branch: refs.branch,
      blobs: () => readRange(state),
      attribute: ids => attributeRange(state, ids),
      gaps: state.gaps,
      notices: state.notices,
      counts: () => state.tally.counts(),
      progress: () => state.progress,
      close: () => session.close(),
    };
  } catch (error) {
    session.close();
    throw error;
  }
}

type State = {
  session: Session;
  refs: Refs;
  range: Range;
  input: RangeInput;
  tally: Tally;
  gaps: Gap[];
  notices: Notice[];
  progress: { done: number; total: number; unit: string };
  graph: CommitGraph;
  changes: Change[];
  infos: Map<Oid, CommitInfo>;
};

async function readAt(session: Session, commit: Oid, path: string): Promise<string | null> {
  for (const entry of await listTree(session.git, commit)) {
    if (entry.path !== path) continue;
    for await (const object of readObjects(session.git, [entry.oid]))
      if ('bytes' in object) return object.bytes.toString('utf8');
  }
  return null;
}

async function* readRange(state: State): AsyncGenerator<Blob> {
  const { session, gaps } = state;
  const commits = await listCommits(state);
  if (commits.length === 0) {
    gaps.push({
      kind: 'nothing-scanned',
      what: state.input.range ?? 'since',
      reason: 'there is no commit in this range',
    });
    return;
  }
  yield* readMessages(state, commits);
  noteBoundary(state);
  const failed = await diffCommits(session.git, [...state.graph.parentsFirst()], change => state.changes.push(change));
  for (const path of new Set(state.changes.map(change => change.path))) {
    if (path === '.leakgate.json' || path === '.leakgateignore')
      state.notices.push({
        kind: 'config-changed',
        text: `${path} is changed in this range; the version before the range is in force`,
      });
  }
  for (const { oid, reason } of failed) gaps.push({ kind: 'commit-unreadable', what: oid, reason });
  yield* readChanges(state);
}

async function listCommits(state: State): Promise<Oid[]> {
  const { range, input, session, refs } = state;
  const tips = range.tip
    ? [range.tip]
    : [...new Set([...refs.refs.map(ref => ref.oid), ...(refs.head ? [refs.head] : [])])];
  const listed = await revList(session.git, tips, range.base ? [range.base] : []);
  if (listed.failure) state.gaps.push({ kind: 'repository', what: 'list of commits', reason: listed.failure });
  if (input.sinceMs === null) return listed.commits;
  // By the dates in the objects: git's own --since stops at the first old commit and dies of odd dates.
  const recent: Oid[] = [];
  for await (const object of readObjects(session.git, listed.commits)) {
    if ('bytes' in object && parseCommit(object.oid, object.bytes).time * 1000 >= input.sinceMs)
      recent.push(object.oid);
  }
  return recent;
}

async function* readMessages(state: State, commits: readonly Oid[]): AsyncGenerator<Blob> {
  for await (const object of readObjects(state.session.git, commits)) {
    if (!('bytes' in object)) {
      state.gaps.push({
        kind: 'commit-unreadable',
        what: object.oid,
        reason: object.type === 'missing' ? 'it is not here' : object.reason,
      });
      continue;
    }
    const info = parseCommitInfo(object.oid, object.bytes);
    state.graph.add(parseCommit(object.oid, object.bytes));
    state.infos.set(object.oid, info);
    state.tally.commits++;
    state.tally.bytes += object.bytes.length;
    yield {
      id: object.oid,
      kind: 'commit',
      bytes: object.bytes,
      piece: null,
      before: null,
      places: [{ path: null, commit: info, kind: 'commit', state: 'history' }],
    };
  }
}

// A commit at the edge of a shallow clone has no parents to compare with: it would look all new, and older ones are not seen.
function noteBoundary(state: State): void {
  const { session, graph, range, gaps } = state;
  const shallow = repositoryGaps(session.repository).find(gap => gap.kind === 'shallow');
  const edge = session.git.privateDir.shallowOf(session.repository.commonDir);
  if (shallow && (range.base === null || edge.some(oid => graph.get(oid)))) gaps.push(shallow);
}

type Unit = { oid: Oid; before: Oid[]; places: { path: BytePath; commit: Oid }[] };

async function* readChanges(state: State): AsyncGenerator<Blob> {
  const units = [...unitsOf(state).values()];
  state.progress.total = units.length;
  let index = 0;
  for await (const object of readObjects(
    state.session.git,
    units.map(unit => unit.oid),
  )) {
    const unit = units[index++];
    state.progress.done = index;
    if (!unit) return;
    if (!('bytes' in object)) {
      state.gaps.push({
        kind: object.type === 'missing' ? 'object-missing' : 'object-unreadable',
        what: `${unit.places[0]?.path} (${unit.oid})`,
        reason: object.type === 'missing' ? 'it is not here' : object.reason,
      });
      continue;
    }
    state.tally.add(object.bytes.length);
    const places = unit.places.map(
      ({ path, commit }): Place => ({ path, commit: state.infos.get(commit) ?? null, kind: 'file', state: 'history' }),
    );
    yield {
      id: unit.oid,
      kind: 'file',
      bytes: object.bytes,
      piece: null,
      places,
      before: unit.before.length === 0 ? null : () => readVersions(state, unit.before),
    };
  }
}

// The same blob against the same earlier versions is looked at once, wherever it stands.
function unitsOf(state: State): Map<string, Unit> {
  const units = new Map<string, Unit>();
  const gone = goneByCommit(state.changes);
  for (const { commit, path, before, after, mode } of state.changes) {
    if (isZero(after)) continue;
    if (mode === SUBMODULE) {
      state.tally.skip('submodule');
      continue;
    }
    const moved = gone.get(commit)?.has(after) ? [after] : []; // a file that only moves brings nothing new
    const earlier = [...before.filter(oid => !isZero(oid)), ...moved];
    const key = `${after} ${earlier.join(' ')}`;
    const unit = units.get(key);
    if (unit) unit.places.push({ path, commit });
    else units.set(key, { oid: after, before: earlier, places: [{ path, commit }] });
  }
  return units;
}

function goneByCommit(changes: readonly Change[]): Map<Oid, Set<Oid>> {
  const gone = new Map<Oid, Set<Oid>>();
  for (const { commit, before } of changes) {
    const oids = gone.get(commit) ?? new Set<Oid>();
    gone.set(commit, oids);
    for (const oid of before) oids.add(oid);
  }
  return gone;
}

async function readVersions(state: State, oids: readonly Oid[]): Promise<Uint8Array[]> {
  const versions: Uint8Array[] = [];
  for await (const object of readObjects(state.session.git, oids))
    if ('bytes' in object && object.type === 'blob') versions.push(object.bytes);
  return versions;
}

async function attributeRange(state: State, wanted: ReadonlySet<Oid>): Promise<Attribution> {
  if (wanted.size === 0) return { places: new Map(), history: null };
  const changes = state.changes.filter(
    change => wanted.has(change.after) || change.before.some(oid => wanted.has(oid)),
  );
  const headPaths = new Map<Oid, BytePath[]>();
  const tip = state.range.tip ?? state.refs.head;
  try {
    for (const entry of tip ? await listTree(state.session.git, tip) : []) {
      if (wanted.has(entry.oid)) headPaths.set(entry.oid, [...(headPaths.get(entry.oid) ?? []), entry.path]);
    }
  } catch {
    state.gaps.push({
      kind: 'commit-unreadable',
      what: tip ?? '',
      reason: 'its tree cannot be listed, so what is still there is not known',
    });
  }
  const commits = state.infos.size > 0 ? state.infos : await readCommitInfos(state.session.git, state.graph.oids());
  return {
    places: new Map(),
    history: {
      changes,
      commits,
      headPaths,
      refs: RefLists.from(new Map()),
      reachable: new Set(state.graph.oids()),
      hasRemotes: false,
      isBare: false,
      pushes: new Map(),
      knowsRefs: false,
    },
  };
}
