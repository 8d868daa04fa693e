// The fast door of a history: its packs opened for scanning delta by delta, and the names of what lies outside them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import {
  type CachedAudit,
  type CachePlace,
  identityOf,
  isSamePack,
  readAuditCache,
  writeAuditCache,
} from '../git/audit-cache.js';
import { buildForest, NO_FOREST } from '../git/delta-forest.js';
import { type ListedObject, listObjects } from '../git/list-objects.js';
import { listLoose } from '../git/loose-object.js';
import { listPacks, openPack, type Pack } from '../git/open-pack.js';
import { BLOB, COMMIT, TAG, TREE } from '../git/pack-file.js';
import { findEntry, hexOf } from '../git/pack-index.js';
import type { Repository } from '../git/repository.js';
import type { Git } from '../git/run-git.js';
import { type HistoryPart, numberOf, type SharedHistory, type SharedPack } from '../git/shared-history.js';
import { withOutside, withoutOutside } from '../git/tree-records.js';
import type { Oid } from '../types.js';

export type OpenedPacks = {
  history: SharedHistory;
  others: Oid[]; // objects outside the packs, or in them but to be read through git
  failure: string | null; // why `others` may not be all
  cached: readonly HistoryPart[]; // what an earlier audit knows of the first of these packs
  /** Keeps what was found out for the next audit. @returns null, or why that could not be done */
  keep: ((parts: readonly HistoryPart[]) => string | null) | null; // null: nothing is new, or no cache is wanted
};

/**
 * Opens the packs that can be read here. The rest is listed, by git where the store is not a plain one.
 *
 * @param place of the cache; null: without one
 */
export async function openPacks(repository: Repository, git: Git, place: CachePlace | null): Promise<OpenedPacks> {
  const hashBytes = repository.objectFormat === 'sha256' ? 32 : 20;
  const { opened, isWhole } = openAll(repository.objectsDir, hashBytes);
  const known = place && opened.length > 0 ? knownPacks(opened, place, hashBytes) : null;
  const { packs, unresolved } = buildAll(known?.order ?? opened, known);
  const isPlain =
    isWhole && repository.alternateDirs === null && !existsSync(join(repository.objectsDir, 'info', 'alternates'));
  const isPacked = (oid: Oid) => packs.some(({ index }) => findEntry(index, Buffer.from(oid, 'hex')) >= 0);
  const list = isPlain ? { objects: listLoose(repository.objectsDir, hashBytes), failure: null } : await listAll(git);
  const others = [...new Set([...unresolved, ...list.objects.filter(oid => !isPacked(oid))])];
  const count = packs.reduce((sum, { index }) => sum + index.count, 0);
  const history = { packs, hashBytes, others: new Map(others.map((oid, i) => [oid, count + i])) };
  const isNew = packs.length > (known?.audit.packs.length ?? 0);
  return {
    history,
    others,
    failure: list.failure,
    cached: (known?.audit.parts ?? []).map(part => ({
      ...part,
      records: part.records && withOutside(part.records, oid => numberOf(history, Buffer.from(oid, 'hex'), 0)),
    })),
    keep: place && isNew ? parts => keepAudit(place, history, { parts, unresolved }) : null,
  };
}

type Opened = { base: string; pack: Pack };
type Known = { audit: CachedAudit; order: Opened[] };

function openAll(objectsDir: string, hashBytes: number): { opened: Opened[]; isWhole: boolean } {
  const opened: Opened[] = [];
  let isWhole = true;
  for (const base of listPacks(objectsDir).bases) {
    try {
      opened.push({ base, pack: openPack(base, hashBytes) });
    } catch (error) {
      if (!LeakgateError.is(error)) throw error;
      isWhole = false; // git may still read it; what it cannot read either is named by the check of the store
    }
  }
  return { opened, isWhole };
}

// A cache holds when all its packs are still here. They come first then, as they did: numbers of objects stay the same.
function knownPacks(opened: readonly Opened[], place: CachePlace, hashBytes: number): Known | null {
  const audit = readAuditCache(place);
  if (!audit) return null;
  const found = audit.packs.map(known =>
    opened.find(({ base, pack }) => isSamePack(base, known, identityOf(base, pack.index), hashBytes)),
  );
  const known = found.filter(pack => pack !== undefined);
  if (known.length < audit.packs.length) return null;
  return { audit, order: [...known, ...opened.filter(pack => !known.includes(pack))] };
}

function buildAll(opened: readonly Opened[], known: Known | null): { packs: SharedPack[]; unresolved: Oid[] } {
  const packs: SharedPack[] = [];
  const unresolved: Oid[] = [...(known?.audit.unresolved ?? [])];
  let firstNumber = 0;
  for (const { base, pack } of opened) {
    const { index } = pack;
    const isKnown = packs.length < (known?.audit.packs.length ?? 0);
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

function keepAudit(
  place: CachePlace,
  history: SharedHistory,
  { parts, unresolved }: { parts: readonly HistoryPart[]; unresolved: readonly Oid[] },
): string | null {
  const count = history.packs.reduce((sum, { index }) => sum + index.count, 0);
  const outside = new Map([...history.others].map(([oid, number]) => [number, oid]));
  const oidOf = (number: number) => outside.get(number) ?? '';
  return writeAuditCache(place, {
    packs: history.packs.map(({ base, index }) => identityOf(base, index)),
    unresolved,
    // Field by field: a part also carries what was found, which must not be kept.
    parts: parts.map(({ commits, tags, counts, unread, again, records }) => ({
      commits,
      tags: tags.map(({ oid, target, name }) => ({ oid, target, name })),
      counts: { ...counts },
      unread: unread.map(({ oid, reason }) => ({ oid, reason })),
      again: again.map(({ oid, kind, bytes, hits }) => ({ oid, kind, bytes, hits })),
      records: records && withoutOutside(records, count, oidOf),
    })),
  });
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
