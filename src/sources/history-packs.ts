// What the packs of a history give to the rest of an audit, and what the audit keeps of it for the next one.

import { createHash } from 'node:crypto';
import { LeakgateError } from '../errors.js';
import { packAttribution, unpackAttribution } from '../git/attribution-table.js';
import { type CachePlace, hasAudit, type Outcome } from '../git/audit-cache.js';
import { type KeptSightings, NO_SIGHTINGS } from '../git/kept-sightings.js';
import type { ListedObject } from '../git/list-objects.js';
import { readObjects, startReading } from '../git/read-objects.js';
import {
  type Again,
  type HistoryPart,
  numberOf as numberAt,
  numbersOf,
  planJobs,
  type Searched,
} from '../git/shared-history.js';
import { TreeRecorder, type TreeRecords } from '../git/tree-records.js';
import type { Attribution, BlobKind, Gap, Hit, Oid } from '../types.js';
import { attributeHistory } from './attribute-history.js';
import { hashState } from './audit-state.js';
import type { State } from './history.js';
import { type OpenedPacks, openPacks } from './packed-history.js';
import type { Loud, PackedSource } from './source.js';

/** What the packs gave, and what is left for git. */
export type Packed = {
  opened: OpenedPacks;
  parts: HistoryPart[];
  records: TreeRecords[];
  unread: Oid[];
  known: Map<Oid, ReadonlyMap<string, readonly Hit[]>>; // of unread objects, what gives matches in them, from the cache
  kept: () => KeptSightings;
  gaps: Pick<Outcome['gaps'], 'refs' | 'missing'> | null; // once these are known
  quiet: ReadonlySet<Oid>; // unread objects in which there is nothing, as an earlier audit knows
  listed: Map<Oid, ListedObject>; // unread objects that the cache says enough of to read them
  read: Omit<Searched, 'found'>[]; // those that were read
  attributed: Attributed | null;
};

/** Opens the packs for a scan. */
export async function openPacked(
  state: State,
  { place, isTrusted }: { place: CachePlace | null; isTrusted: boolean },
): Promise<PackedSource> {
  const { session, refs, progress, gaps } = state;
  const { git, repository } = session;
  const started = place && isTrusted && hasAudit(place) ? startReading(git) : null; // while the cache is read
  const opened = await openPacks({
    repository,
    git,
    place,
    isTrusted,
    stateOf: (packs, loose) => hashState(repository, refs, { packs, loose }),
  }).catch(error => {
    started?.kill(); // a process that waits would keep the program from ending
    throw error;
  });
  const { history, cached, failure } = opened;
  const kept = cached?.audit.kept ?? null;
  if (!kept) started?.kill();
  const packed: Packed = {
    opened,
    parts: [],
    records: [],
    unread: [],
    known: new Map(),
    kept: () => kept ?? NO_SIGHTINGS,
    gaps: null,
    quiet: new Set(),
    listed: new Map(),
    read: [],
    attributed: null,
  };
  const take = (part: HistoryPart, again: readonly Again[]) => {
    packed.parts.push(part);
    takePart(state, packed, part, again);
  };
  return {
    history,
    jobs: planJobs(history.packs),
    kept,
    read: oids => readObjects(git, oids, started),
    begin: () => {
      started?.kill(); // where nothing had to be read
      state.packed = packed;
      if (failure) gaps.push({ kind: 'repository', what: 'list of objects', reason: failure });
      const parts = cached?.parts ?? [];
      progress.total = cached?.outcome
        ? parts.reduce((sum, { counts }) => sum + counts.objects, 0)
        : history.packs.reduce((sum, { index }) => sum + index.count, 0);
      for (const part of parts) take(part, part.again);
      takeSearched(state, packed, [...(cached?.audit.searched ?? []), ...(cached?.outcome?.searched ?? [])]);
    },
    take: part => take(part, []),
    end: all => {
      packed.kept = all;
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
    if (hits) packed.known.set(oid, new Map([['0', hits]]));
    packed.listed.set(oid, listedAs(oid, kind, bytes));
    if (kind === 'commit') tally.commits--;
    if (kind === 'file') tally.blobs--;
    tally.bytes -= bytes;
    packed.unread.push(oid);
  }
  for (const { oid } of part.unread) packed.unread.push(oid);
  if (part.records) packed.records.push(part.records);
}

// What has nothing in it is passed over, and counted.
function takeSearched({ tally, scanned }: State, packed: Packed, searched: readonly Searched[]): void {
  const quiet = searched.filter(({ found }) => found.length === 0);
  for (const { oid, kind, bytes, found } of searched) {
    if (found.length === 0) continue;
    packed.known.set(oid, new Map(found));
    packed.listed.set(oid, listedAs(oid, kind, bytes));
  }
  packed.quiet = new Set(quiet.map(({ oid }) => oid));
  for (const { oid, kind, bytes } of quiet) {
    scanned.add(oid);
    if (kind === 'commit') tally.commits++;
    if (kind === 'file') tally.blobs++;
    tally.bytes += bytes;
  }
}

function listedAs(oid: Oid, kind: BlobKind, size: number): ListedObject {
  return { oid, type: kind === 'file' ? 'blob' : kind, size };
}

/** Records trees outside the packs: without deltas, so each is taken as it is. */
export async function recordTrees(state: State, packed: Packed, objects: readonly ListedObject[]): Promise<void> {
  const { history } = packed.opened;
  const numberOf = numbersOf(history);
  const recorder = new TreeRecorder(history.hashBytes, (bytes, at) => numberAt(history, bytes, at));
  const trees = objects.filter(object => object.type === 'tree').map(({ oid }) => oid);
  for await (const object of readObjects(state.session.git, trees)) {
    try {
      if ('bytes' in object) recorder.add(numberOf(object.oid), object.bytes);
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

/** Explains the wanted objects, from what an earlier audit found out where nothing has changed; keeps it where something has. */
export async function attributePacked(state: State, wanted: ReadonlySet<string>): Promise<Attribution> {
  const { packed, gaps } = state;
  const known = packed?.opened.cached?.outcome;
  if (known) {
    const isOf = new Set(known.wanted);
    if ([...wanted].some(id => !isOf.has(id)))
      throw new LeakgateError('REPOSITORY_BROKEN', {
        dir: state.session.repository.gitDir,
        reason: 'it has changed while it was read; run it again, or with --no-cache',
      });
    gaps.push(...known.gaps.attribution);
    return unpackAttribution(known.attribution);
  }
  const before = gaps.length;
  const attribution = await attributeHistory(state, wanted);
  if (packed) packed.attributed = { wanted, attribution, gaps: gaps.slice(before) };
  return attribution;
}

type Attributed = { wanted: ReadonlySet<string>; attribution: Attribution; gaps: readonly Gap[] };

/** Whether these are the names in which an earlier audit found nothing. */
export function isQuiet({ packed }: State, names: readonly string[]): boolean {
  const known = packed?.opened.cached?.outcome?.quietNames ?? null;
  return known !== null && known === hashOf(names);
}

function hashOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

/** Keeps what is new for the next audit. */
export function keepAudit(state: State, loud: Loud): void {
  const { packed, notices } = state;
  if (!packed?.opened.keep || !packed.attributed) return;
  const kept = packed.kept();
  const isKept = new Set(kept.blobs.map(({ oid }) => oid));
  const unread = new Set(packed.unread);
  const searched = packed.read.flatMap(object => {
    const found = loud.blobs.get(object.oid) ?? (loud.blobs.has(object.oid) ? null : []);
    return found ? { ...object, found } : [];
  });
  // Commits and tags are read all the same where anything has changed: the graph is made of them.
  const isFileInPack = ({ oid, kind }: Searched) => kind === 'file' && unread.has(oid);
  const failure = packed.opened.keep({
    parts: packed.parts.map(part => ({ ...part, again: part.again.filter(({ oid }) => !isKept.has(oid)) })),
    kept,
    searched: [
      ...(packed.opened.cached?.audit.searched ?? []).filter(({ oid }) => packed.quiet.has(oid)),
      ...searched.filter(isFileInPack),
    ],
    outcome: outcomeOf(state, packed, packed.attributed, {
      searched: searched.filter(object => !isFileInPack(object)),
      hasQuietRefs: state.refs.refs.every(({ name }) => !loud.blobs.has(name)),
      quietNames: loud.names && hashOf(loud.names),
    }),
  });
  if (failure) notices.push({ kind: 'cache', text: `nothing was kept for the next audit: ${failure}` });
}

type Quiet = Pick<Outcome, 'searched' | 'hasQuietRefs' | 'quietNames'>;

// Only where everything could be read: what could not may be readable the next time, and nothing of the state would tell.
function outcomeOf(
  state: State,
  packed: Packed,
  { wanted, attribution, gaps }: Attributed,
  quiet: Quiet,
): Outcome | null {
  const { opened, gaps: known } = packed;
  const own = [...(known?.refs ?? []), ...(known?.missing ?? []), ...gaps];
  const isOwn = new Set(own);
  const isLasting = ({ kind }: Gap) => kind === 'object-missing' || kind === 'commit-unreadable';
  const isAlways = ({ kind }: Gap) => kind === 'shallow' || kind === 'grafts' || kind === 'ref-unreadable';
  const isWhole = own.every(isLasting) && state.gaps.every(gap => isOwn.has(gap) || isAlways(gap));
  if (opened.state === null || known === null || !isWhole) return null;
  return {
    state: opened.state,
    others: opened.others,
    gaps: { ...known, attribution: gaps },
    wanted: [...wanted],
    attribution: packAttribution(attribution),
    ...quiet,
  };
}
