// The fast door of a history: its packs opened for scanning delta by delta, the names of what lies outside them, and what an earlier
// audit knows of both.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import {
  type CachedAudit,
  type CachePlace,
  type HistoryTrees,
  type Outcome,
  type ReadAudit,
  readAudit,
  readTrees,
  writeAudit,
} from '../git/audit-cache.js';
import { buildForest, NO_FOREST } from '../git/delta-forest.js';
import { type ListedObject, listObjects } from '../git/list-objects.js';
import { listLoose } from '../git/loose-object.js';
import { listPacks, openPack, type Pack } from '../git/open-pack.js';
import { BLOB, COMMIT, TAG, TREE } from '../git/pack-file.js';
import { identityOf, isSamePack, type PackIdentity } from '../git/pack-identity.js';
import { findEntry, hexOf } from '../git/pack-index.js';
import type { Repository } from '../git/repository.js';
import type { Git } from '../git/run-git.js';
import { type HistoryPart, numbersOf, type SharedHistory, type SharedPack } from '../git/shared-history.js';
import { withOutside, withoutOutside } from '../git/tree-records.js';
import type { Oid } from '../types.js';

export type OpenedPacks = {
  history: SharedHistory;
  others: readonly Oid[]; // objects outside the packs, or in them but to be read through git
  failure: string | null; // why `others` may not be all
  cached: Cached | null;
  state: string | null; // of the repository, as an outcome is kept for it; null: none can be kept
  /** Keeps what was found out for the next audit. @returns null, or why that could not be done */
  keep: ((found: Found) => string | null) | null; // null: it is known, or no cache is wanted
};

/** What an earlier audit knows: of the first of the packs, and where nothing has changed, of everything. */
export type Cached = {
  audit: ReadAudit;
  parts: readonly HistoryPart[]; // without commits and trees where there is an outcome
  outcome: Outcome | null;
};

export type Found = Pick<CachedAudit, 'kept' | 'searched' | 'outcome'> & { parts: readonly HistoryPart[] };

type Input = {
  repository: Repository;
  git: Git;
  place: CachePlace | null; // of the cache; null: without one
  isTrusted: boolean; // whether what is there may be used; it is written in any case
  stateOf: (packs: readonly PackIdentity[], loose: readonly Oid[]) => string; // a hash of the repository, without content
};

type Store = {
  hashBytes: number;
  bases: readonly string[];
  identities: readonly (PackIdentity | null)[];
  loose: readonly Oid[] | null; // null: the store is not a plain one, and git has to list it
};

/** Opens the packs that can be read here. The rest is listed, by git where the store is not a plain one. */
export async function openPacks(input: Input): Promise<OpenedPacks> {
  const { place, isTrusted } = input;
  const store = lookAt(input.repository);
  const audit = place && isTrusted && store.bases.length > 0 ? readAudit(place) : null;
  const order = audit && orderOf(store, audit);
  if (!place || !audit || !order) return openAll(input, store, null);
  const state = stateOf(input, store);
  const isWhole = order.length === store.bases.length;
  if (isWhole && state !== null && audit.outcome?.state === state) return unchanged(audit, audit.outcome, store);
  const trees = readTrees(place, audit.id);
  return openAll(input, store, trees && { audit, order, trees });
}

function lookAt({ objectsDir, objectFormat, alternateDirs }: Repository): Store {
  const hashBytes = objectFormat === 'sha256' ? 32 : 20;
  const { bases } = listPacks(objectsDir);
  const isPlain = alternateDirs === null && !existsSync(join(objectsDir, 'info', 'alternates'));
  return {
    hashBytes,
    bases,
    identities: bases.map(base => identityOf(base, hashBytes)),
    loose: isPlain ? listLoose(objectsDir, hashBytes) : null,
  };
}

function stateOf({ stateOf: hash }: Input, { identities, loose }: Store): string | null {
  const packs = identities.filter(identity => identity !== null);
  return loose === null || packs.length < identities.length ? null : hash(packs, loose);
}

// A cache holds when all its packs are still here. They come first then, as they did: numbers of objects stay the same.
function orderOf({ bases, identities, hashBytes }: Store, audit: ReadAudit): string[] | null {
  const known = audit.packs.flatMap(pack => {
    const isIt = (base: string, now: PackIdentity | null | undefined) =>
      now ? isSamePack(base, pack, now, hashBytes) : false;
    return bases.find((base, i) => isIt(base, identities[i])) ?? [];
  });
  if (known.length < audit.packs.length) return null;
  return [...known, ...bases.filter(base => !known.includes(base))];
}

// Nothing is opened before it is asked for.
function unchanged(audit: ReadAudit, outcome: Outcome, { hashBytes }: Store): OpenedPacks {
  return {
    history: { packs: [], hashBytes, others: new Map() },
    others: outcome.others,
    failure: null,
    cached: { audit, outcome, parts: audit.parts.map(part => ({ ...part, commits: '', records: null })) },
    state: outcome.state,
    keep: null,
  };
}

type Known = { audit: ReadAudit; order: readonly string[]; trees: readonly HistoryTrees[] };
type Opened = { base: string; pack: Pack };

async function openAll(input: Input, store: Store, known: Known | null): Promise<OpenedPacks> {
  const { place } = input;
  const { opened, isWhole } = openEach(known?.order ?? store.bases, store.hashBytes);
  const count = known?.audit.packs.length ?? 0;
  if (known?.order.slice(0, count).some((base, i) => opened[i]?.base !== base)) return openAll(input, store, null);
  const { packs, unresolved } = buildAll(opened, known?.audit ?? null);
  const isPacked = numbersOf({ packs, hashBytes: store.hashBytes, others: new Map() });
  const list = isWhole && store.loose ? { objects: store.loose, failure: null } : await listAll(input.git);
  const others = [...new Set([...unresolved, ...list.objects.filter(oid => isPacked(oid) < 0)])];
  const first = packs.reduce((sum, { index }) => sum + index.count, 0);
  const history = { packs, hashBytes: store.hashBytes, others: new Map(others.map((oid, i) => [oid, first + i])) };
  const numberOf = numbersOf(history);
  const parts = (known?.trees ?? []).flatMap(({ commits, records }, i) => {
    const part = known?.audit.parts[i];
    return part ? { ...part, commits, records: records && withOutside(records, numberOf) } : [];
  });
  return {
    history,
    others,
    failure: list.failure,
    cached: known && { audit: known.audit, parts, outcome: null },
    state: isWhole ? stateOf(input, store) : null,
    keep: place && (found => keep(place, { store, history, unresolved, known }, found)),
  };
}

function openEach(bases: readonly string[], hashBytes: number): { opened: Opened[]; isWhole: boolean } {
  const opened: Opened[] = [];
  let isWhole = true;
  for (const base of bases) {
    try {
      opened.push({ base, pack: openPack(base, hashBytes) });
    } catch (error) {
      if (!LeakgateError.is(error)) throw error;
      isWhole = false; // git may still read it; what it cannot read either is named by the check of the store
    }
  }
  return { opened, isWhole };
}

function buildAll(opened: readonly Opened[], known: ReadAudit | null): { packs: SharedPack[]; unresolved: Oid[] } {
  const packs: SharedPack[] = [];
  const unresolved: Oid[] = [...(known?.unresolved ?? [])];
  let firstNumber = 0;
  for (const { base, pack } of opened) {
    const { index } = pack;
    const isKnown = packs.length < (known?.packs.length ?? 0);
    try {
      const forest = isKnown
        ? NO_FOREST
        : buildForest(pack, { types: [COMMIT, TREE, BLOB, TAG], wanted: notIn(packs, index) });
      for (const entry of forest.unresolved) unresolved.push(hexOf(index, entry));
      packs.push({ base, index, forest, firstNumber });
    } catch (error) {
      if (!LeakgateError.is(error)) throw error;
      // Its index says what it has, and git may still read that.
      for (let entry = 0; entry < index.count; entry++) unresolved.push(hexOf(index, entry));
      packs.push({ base, index, forest: NO_FOREST, firstNumber });
    } finally {
      pack.close();
    }
    firstNumber += index.count;
  }
  return { packs, unresolved };
}

// Of a cache that has all the packs, only what was found out of the rest is new.
function keep(
  place: CachePlace,
  {
    store,
    history,
    unresolved,
    known,
  }: { store: Store; history: SharedHistory; unresolved: Oid[]; known: Known | null },
  { parts, kept, searched, outcome }: Found,
): string | null {
  const { packs } = history;
  const identities = packs.flatMap(({ base }) => store.identities[store.bases.indexOf(base)] ?? []);
  const hasAll = packs.length === known?.audit.packs.length;
  if (packs.length === 0 || identities.length < packs.length || (hasAll && outcome === null)) return null;
  const count = packs.reduce((sum, { index }) => sum + index.count, 0);
  const outside = new Map([...history.others].map(([oid, number]) => [number, oid]));
  const trees = () =>
    parts.map(({ commits, records }) => ({
      commits,
      records: records && withoutOutside(records, count, number => outside.get(number) ?? ''),
    }));
  const audit = { packs: identities, unresolved, parts, kept, searched, outcome };
  return writeAudit(place, audit, hasAll && known ? known.audit.id : trees());
}

// An object that stands in two packs is read from the first one. Few repositories have any.
function notIn(packs: readonly SharedPack[], index: SharedPack['index']): Uint8Array | null {
  if (packs.length === 0) return null;
  const wanted = new Uint8Array(index.count);
  for (let slot = 0; slot < index.count; slot++) {
    const at = slot * index.hashBytes;
    const isKnown = packs.some(pack => findEntry(pack.index, index.oids, at) >= 0);
    wanted[index.entries[slot] ?? 0] = isKnown ? 0 : 1;
  }
  return wanted;
}

async function listAll(git: Git): Promise<{ objects: Oid[]; failure: string | null }> {
  const { objects, unreadable, failure } = await listObjects(git);
  return { objects: [...objects.map(({ oid }: ListedObject) => oid), ...unreadable.map(({ oid }) => oid)], failure };
}
