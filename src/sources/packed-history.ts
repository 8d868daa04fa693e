// The fast door of a history: its packs opened for scanning delta by delta, and the names of what lies outside them.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import { buildForest } from '../git/delta-forest.js';
import { type ListedObject, listObjects } from '../git/list-objects.js';
import { listPacks, openPack } from '../git/open-pack.js';
import { BLOB, COMMIT, TAG, TREE } from '../git/pack-file.js';
import { findEntry, hexOf } from '../git/pack-index.js';
import type { Repository } from '../git/repository.js';
import type { Git } from '../git/run-git.js';
import type { SharedHistory, SharedPack } from '../git/shared-history.js';
import type { Oid } from '../types.js';

export type OpenedPacks = {
  history: SharedHistory;
  others: Oid[]; // objects outside the packs, or in them but to be read through git
  failure: string | null; // why `others` may not be all
};

/** Opens the packs that can be read here. The rest is listed, by git where the store is not a plain one. */
export async function openPacks(repository: Repository, git: Git): Promise<OpenedPacks> {
  const hashBytes = repository.objectFormat === 'sha256' ? 32 : 20;
  const { packs, unresolved, isWhole } = openAll(repository.objectsDir, hashBytes);
  const isPlain =
    isWhole && repository.alternateDirs === null && !existsSync(join(repository.objectsDir, 'info', 'alternates'));
  const isPacked = (oid: Oid) => packs.some(({ index }) => findEntry(index, Buffer.from(oid, 'hex')) >= 0);
  const list = isPlain ? { objects: looseOids(repository.objectsDir, hashBytes), failure: null } : await listAll(git);
  const others = [...new Set([...unresolved, ...list.objects.filter(oid => !isPacked(oid))])];
  const count = packs.reduce((sum, { index }) => sum + index.count, 0);
  return {
    history: { packs, hashBytes, others: new Map(others.map((oid, i) => [oid, count + i])) },
    others,
    failure: list.failure,
  };
}

function openAll(objectsDir: string, hashBytes: number): { packs: SharedPack[]; unresolved: Oid[]; isWhole: boolean } {
  const packs: SharedPack[] = [];
  const unresolved: Oid[] = [];
  let isWhole = true;
  let firstNumber = 0;
  for (const base of listPacks(objectsDir).bases) {
    try {
      const pack = openPack(base, hashBytes);
      const forest = buildForest(pack, { types: [COMMIT, TREE, BLOB, TAG], wanted: notIn(packs, pack.index) });
      pack.close();
      packs.push({ base, index: pack.index, forest, firstNumber });
      firstNumber += pack.index.count;
      for (const entry of forest.unresolved) unresolved.push(hexOf(pack.index, entry));
    } catch (error) {
      if (!LeakgateError.is(error)) throw error;
      isWhole = false; // git may still read it; what it cannot read either is named by the check of the store
    }
  }
  return { packs, unresolved, isWhole };
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

function looseOids(objectsDir: string, hashBytes: number): Oid[] {
  const oids: Oid[] = [];
  const isName = new RegExp(`^[0-9a-f]{${2 * hashBytes - 2}}$`);
  for (const folder of readNames(objectsDir).filter(name => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of readNames(join(objectsDir, folder))) if (isName.test(name)) oids.push(folder + name);
  }
  return oids;
}

// A folder that cannot be read is named by the check of the store.
function readNames(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

async function listAll(git: Git): Promise<{ objects: Oid[]; failure: string | null }> {
  const { objects, unreadable, failure } = await listObjects(git);
  return { objects: [...objects.map(({ oid }: ListedObject) => oid), ...unreadable.map(({ oid }) => oid)], failure };
}
