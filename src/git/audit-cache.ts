// What an audit found out, kept beside the packs for the next one, in two files: what was seen and what is known of it, which every
// audit reads; and commits and trees, which only one needs that has something to attribute. Holds ids, numbers, names and what we say
// ourselves, never content and nothing of a secret: what is seen is read again. Encrypted, as names may be secrets, too.

import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Gap, Oid } from '../types.js';
import type { PackedAttribution } from './attribution-table.js';
import type { KeptSightings } from './kept-sightings.js';
import type { PackIdentity } from './pack-identity.js';
import { readSealed, type SealedPlace, writeSealed } from './sealed-file.js';
import type { HistoryPart, Searched } from './shared-history.js';
import type { TreeRecords } from './tree-records.js';

export type CachePlace = SealedPlace;

/** The part of a history that attribution needs. */
export type HistoryTrees = Pick<HistoryPart, 'commits' | 'records'>;

/** What is kept of an audit. */
export type CachedAudit = {
  packs: readonly PackIdentity[]; // in the order of their objects' numbers
  unresolved: readonly Oid[];
  parts: readonly Omit<HistoryPart, keyof HistoryTrees>[];
  kept: KeptSightings;
  searched: readonly Searched[]; // objects in the packs that are read through git
  outcome: Outcome | null;
};

/** What was found out of a repository in a certain state, the content of its packs aside. */
export type Outcome = {
  state: string; // hash of all that the rest depends on
  others: readonly Oid[]; // objects outside the packs, or in them but read through git
  gaps: { refs: readonly Gap[]; missing: readonly Gap[]; attribution: readonly Gap[] };
  wanted: readonly string[]; // what the attribution is of
  attribution: PackedAttribution;
  searched: readonly Searched[]; // objects outside the packs
  hasQuietRefs: boolean; // there was nothing in any name of a ref
  quietNames: string | null; // a hash of all names that a report prints, where there was nothing in them
};

const KEPT_AUDITS = 4; // for as many sets of rules

/** A cache that was read, and the file of trees that belongs to it. */
export type ReadAudit = CachedAudit & { id: string };

/** Whether there is a cache; it may be none that can be used. */
export function hasAudit(place: CachePlace): boolean {
  return existsSync(join(place.dir, nameOf('audit', place)));
}

/** Reads the cache; null when there is none, or none that can be trusted. */
export function readAudit(place: CachePlace): ReadAudit | null {
  const sealed = readSealed(place, nameOf('audit', place));
  if (!sealed) return null;
  type Head = Omit<ReadAudit, 'kept' | 'outcome'> & {
    kept: Omit<KeptSightings, 'matches'>;
    outcome: (Omit<Outcome, 'attribution'> & { attribution: Omit<PackedAttribution, 'ints'> }) | null;
  };
  const { kept, outcome, ...head } = sealed.head as Head;
  const [matches, ints] = sealed.arrays as [Int32Array, Int32Array];
  return {
    ...head,
    kept: { ...kept, matches },
    outcome: outcome && { ...outcome, attribution: { ...outcome.attribution, ints } },
  };
}

/** Reads commits and trees, one for each of the parts; null when there are none that belong to the audit. */
export function readTrees(place: CachePlace, id: string): HistoryTrees[] | null {
  const sealed = readSealed(place, nameOf('trees', place));
  type Part = { records: Omit<TreeRecords, 'trees' | 'ints' | 'names'> | null };
  const head = sealed?.head as { id: string; parts: Part[] } | undefined;
  if (!sealed || head?.id !== id) return null;
  let at = 0;
  const bytes = () => sealed.arrays[at++] as Uint8Array;
  const ints = () => sealed.arrays[at++] as Int32Array;
  return head.parts.map(({ records }) => ({
    commits: Buffer.from(bytes()).toString('latin1'),
    records: records && { ...records, trees: ints(), ints: ints(), names: bytes() },
  }));
}

/**
 * Writes the cache.
 *
 * @param trees of all parts; the id of those that are written already where only the rest is new
 * @returns null, or why it could not be written
 */
export function writeAudit(
  place: CachePlace,
  audit: CachedAudit,
  trees: readonly HistoryTrees[] | string,
): string | null {
  try {
    const id = typeof trees === 'string' ? trees : writeTrees(place, trees);
    const { kept, outcome, packs, unresolved, parts, searched } = audit;
    const { matches, ...seen } = kept;
    const { ints, ...attribution } = outcome?.attribution ?? { ints: new Int32Array(0) };
    writeSealed(place, nameOf('audit', place), {
      // Field by field: a part also carries what was found, which must not be kept.
      head: {
        id,
        packs,
        unresolved,
        parts: parts.map(({ tags, counts, unread, again }) => ({
          tags: tags.map(({ oid, target, name }) => ({ oid, target, name })),
          counts: { ...counts },
          unread: unread.map(({ oid, reason }) => ({ oid, reason })),
          again: again.map(({ oid, kind, bytes, hits }) => ({ oid, kind, bytes, hits })),
        })),
        kept: seen,
        searched,
        outcome: outcome && { ...outcome, attribution },
      },
      arrays: [matches, ints],
    });
    removeOthers(place);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

function writeTrees(place: CachePlace, parts: readonly HistoryTrees[]): string {
  const id = randomBytes(16).toString('hex');
  const plain = parts.map(({ records }) => {
    if (!records) return { records };
    const { missing, hasMore } = records;
    return { records: { missing, hasMore } };
  });
  const arrays = parts.flatMap(({ commits, records }) => [
    Buffer.from(commits, 'latin1'),
    ...(records ? [records.trees, records.ints, records.names] : []),
  ]);
  writeSealed(place, nameOf('trees', place), { head: { id, parts: plain }, arrays });
  return id;
}

function nameOf(kind: 'audit' | 'trees', { key }: CachePlace): string {
  return `${kind}-${key.slice(0, 32)}.bin`;
}

// Of the audits with other rules the newest are left, and of files that belong to none nothing.
function removeOthers({ dir, key }: CachePlace): void {
  const files = readdirSync(dir).flatMap(name => {
    const [, kind, own] = /^(audit|trees)-([0-9a-f]{32})\.bin$/.exec(name) ?? [];
    return own === undefined || own === key.slice(0, 32) ? [] : [{ name, kind, own }];
  });
  const audits = files
    .filter(({ kind }) => kind === 'audit')
    .map(({ name, own }) => ({ own, time: lstatSync(join(dir, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  const isLeft = new Set(audits.slice(0, KEPT_AUDITS - 1).map(({ own }) => own));
  for (const { name, own } of files) if (!isLeft.has(own)) rmSync(join(dir, name), { force: true });
}
