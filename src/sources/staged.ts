// What the next commit would add: the index against HEAD (and, in a merge, against what is merged). Never the work tree.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import { diffIndex } from '../git/diff-raw.js';
import { listIndex } from '../git/list-tree.js';
import { type ReadObject, readObjects } from '../git/read-objects.js';
import { type Refs, readHead } from '../git/read-refs.js';
import { readText } from '../git/repository.js';
import type { Blob, BytePath, Change, Gap, Notice, Oid, Place } from '../types.js';
import { openSession, type Session } from './session.js';
import { type Source, Tally } from './source.js';

const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
const SUBMODULE = '160000';
const isZero = (oid: Oid) => /^0+$/.test(oid);

/** One staged version of a path: what is in the index, and what the parents of the next commit have there. */
type Staged = { path: BytePath; oid: Oid; before: Oid[] };

/** The source, the repository it reads, and what the commit would change, removals among it. */
export type StagedSource = Source & { session: Session; changes: Promise<readonly Change[]> };

/** A source over the index of the repository that holds `dir`, as a hook sees it. */
export function stagedSource(input: { dir: string; env: Readonly<Record<string, string | undefined>> }): StagedSource {
  const session = openSession(input.dir, input.env, true);
  const head = readHead(session.repository);
  const tally = new Tally();
  const gaps: Gap[] = [];
  const notices: Notice[] = [];
  const progress = { done: 0, total: 0, unit: 'files' };
  // Git works while the rules are still being loaded. A failure is thrown where the list is awaited.
  const differing = compareWithParents(session, head);
  const listed = listStaged(session, differing, { tally, gaps, notices });
  const changes = differing.then(changedAgainstAll);
  for (const started of [listed, changes]) started.catch(() => {});
  return {
    mode: 'staged',
    target: session.repository.root ?? session.repository.gitDir,
    head: head.head,
    branch: head.branch,
    async *blobs() {
      const staged = await listed;
      progress.total = staged.length;
      yield* readStaged(session, staged, { tally, gaps, progress });
    },
    session,
    changes,
    attribute: async () => ({ places: new Map(), history: null }),
    gaps,
    notices,
    counts: () => tally.counts(),
    progress: () => progress,
    close: () => session.close(),
  };
}

type Log = { tally: Tally; gaps: Gap[]; notices: Notice[] };

async function compareWithParents(session: Session, head: Pick<Refs, 'head' | 'branch'>): Promise<Change[][]> {
  const { repository, git } = session;
  // A missing index with commits behind it would read as "everything is deleted": nothing is staged then.
  if (!existsSync(repository.indexFile)) return [];
  const parents = [head.head ?? EMPTY_TREE[repository.objectFormat], ...mergeHeads(session)];
  try {
    return await Promise.all(parents.map(parent => diffIndex(git, parent)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LeakgateError('GIT_FAILED', { command: 'diff-index', reason: error.message }, { cause: error });
  }
}

async function listStaged(session: Session, differing: Promise<Change[][]>, log: Log): Promise<Staged[]> {
  const perParent = await differing;
  const staged = newAgainstAll(perParent, log);
  const isUnmerged = perParent[0]?.some(change => change.status === 'U') ?? false;
  return isUnmerged ? [...staged, ...(await unmergedStages(session, perParent[0] ?? []))] : staged;
}

function mergeHeads({ repository }: Session): Oid[] {
  const text = readText(join(repository.gitDir, 'MERGE_HEAD')) ?? '';
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line));
}

function changedAgainstAll([first = [], ...others]: Change[][]): Change[] {
  const byPath = others.map(changes => new Set(changes.map(change => change.path)));
  return first.filter(({ path }) => byPath.every(paths => paths.has(path)));
}

// In a merge, what one side already has is committed there: only what differs from every parent is new.
function newAgainstAll(perParent: readonly Change[][], log: Log): Staged[] {
  const [first = [], ...others] = perParent;
  const byPath = others.map(changes => new Map(changes.map(change => [change.path, change])));
  const gone = new Set(first.flatMap(change => change.before)); // a file that only moves brings nothing new
  const staged: Staged[] = [];
  let alreadyCommitted = 0;
  for (const change of first) {
    if (isZero(change.after) || change.status === 'U') continue;
    if (change.mode === SUBMODULE) {
      log.tally.skip('submodule');
      continue;
    }
    const same = byPath.map(map => map.get(change.path));
    const moved = gone.has(change.after) ? [change.after] : [];
    if (same.some(other => other === undefined)) alreadyCommitted++;
    else
      staged.push({
        path: change.path,
        oid: change.after,
        before: [...change.before, ...moved, ...same.flatMap(other => other?.before ?? [])].filter(oid => !isZero(oid)),
      });
  }
  if (alreadyCommitted > 0)
    log.notices.push({
      kind: 'merge',
      text: `${alreadyCommitted} files come unchanged from the commit that is merged; they were committed there and are not scanned again`,
    });
  return staged;
}

// During a conflict the index holds up to three versions of a path; the common ancestor (stage 1) is what they are compared with.
async function unmergedStages({ git }: Session, changes: readonly Change[]): Promise<Staged[]> {
  const headBlob = new Map(changes.map(change => [change.path, change.before.filter(oid => !isZero(oid))]));
  const entries = await listIndex(git);
  return entries
    .filter(entry => entry.stage > 1 && entry.mode !== SUBMODULE)
    .map(entry => ({ path: entry.path, oid: entry.oid, before: headBlob.get(entry.path) ?? [] }))
    .filter(entry => !entry.before.includes(entry.oid));
}

async function* readStaged(
  session: Session,
  staged: readonly Staged[],
  log: { tally: Tally; gaps: Gap[]; progress: { done: number } },
): AsyncGenerator<Blob> {
  const { git } = session;
  let index = 0;
  for await (const object of readObjects(
    git,
    staged.map(entry => entry.oid),
  )) {
    const entry = staged[index++];
    log.progress.done = index;
    if (!entry) return;
    if (!('bytes' in object)) {
      log.gaps.push(gapOf(object, entry));
      continue;
    }
    log.tally.add(object.bytes.length);
    const place: Place = { path: entry.path, commit: null, kind: 'file', state: 'index' };
    yield {
      id: `${entry.oid}:${entry.path}`,
      kind: 'file',
      bytes: object.bytes,
      piece: null,
      places: [place],
      before: () => readBefore(session, entry.before, log.gaps),
    };
  }
}

function gapOf(object: Exclude<ReadObject, { bytes: Buffer }>, entry: Staged): Gap {
  const reason = object.type === 'missing' ? 'the object is not in the repository' : object.reason;
  return {
    kind: object.type === 'missing' ? 'object-missing' : 'object-unreadable',
    what: `${entry.path} (${entry.oid})`,
    reason,
  };
}

/** Reads earlier versions; one that cannot be read counts as absent, so that everything is reported. */
async function readBefore({ git }: Session, oids: readonly Oid[], gaps: Gap[]): Promise<Uint8Array[]> {
  const versions: Uint8Array[] = [];
  for await (const object of readObjects(git, oids)) {
    if ('bytes' in object) versions.push(object.bytes);
    else
      gaps.push({
        kind: 'object-unreadable',
        what: object.oid,
        reason: 'an earlier version of a staged file cannot be read; all of that file is reported',
      });
  }
  return versions;
}
