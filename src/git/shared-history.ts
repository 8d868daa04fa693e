// The packs of a repository as several threads read them: one index and forest in shared memory, objects by number, work in jobs.

import type { BlobKind, FoundHits, Hit, Oid } from '../types.js';
import { type DeltaForest, weighTree } from './delta-forest.js';
import { TREE } from './pack-file.js';
import { findEntry, type PackIndex } from './pack-index.js';
import type { TreeRecords } from './tree-records.js';

/** A pack as threads share it. */
export type SharedPack = {
  base: string; // path without .pack and .idx
  index: PackIndex;
  forest: DeltaForest;
  firstNumber: number; // object number of its entry 0
};

/** What all threads know of a history. */
export type SharedHistory = {
  packs: readonly SharedPack[];
  hashBytes: number;
  others: ReadonlyMap<Oid, number>; // objects outside these packs → their numbers
};

/** A piece of work: delta trees of one pack, all of trees or none. */
export type PackJob = { kind: 'contents' | 'trees'; pack: number; trees: readonly number[]; weight: number };

/** What a job says of the history itself. */
export type HistoryPart = {
  commits: string; // `id tree time parent …` a line; `-` for a tree that is not named
  tags: readonly { oid: Oid; target: Oid | null; name: string }[];
  counts: { commits: number; blobs: number; bytes: number; objects: number };
  unread: readonly { oid: Oid; reason: string }[]; // to be read through git
  again: readonly Again[]; // objects with something to report: what a cache has to read again
  records: TreeRecords | null;
};

/** An object as the counts have it. */
export type Again = { oid: Oid; kind: BlobKind; bytes: number; hits: readonly Hit[] | null }; // null: to be searched

/** An object that was searched, and what gives matches in it: nothing where there are no readings. */
export type Searched = { oid: Oid; kind: BlobKind; bytes: number; found: FoundHits };

/** The number of the object whose id stands at an offset, or -1. */
export function numberOf({ packs, others, hashBytes }: SharedHistory, bytes: Uint8Array, at: number): number {
  for (const { index, firstNumber } of packs) {
    const entry = findEntry(index, bytes, at);
    if (entry >= 0) return firstNumber + entry;
  }
  if (others.size === 0) return -1;
  return others.get(Buffer.from(bytes.buffer, bytes.byteOffset + at, hashBytes).toString('hex')) ?? -1;
}

/** The same for ids in hex, of which there are hundreds of thousands: they are written into one buffer. */
export function numbersOf(history: SharedHistory): (oid: Oid) => number {
  const id = Buffer.alloc(32);
  return oid => (id.write(oid, 'hex') < history.hashBytes ? -1 : numberOf(history, id, 0));
}

const JOB_WEIGHT = 8 * 1024 * 1024; // bytes of work: enough to keep the messages few, small enough to end together

/** Cuts the work into jobs, the heaviest first. */
export function planJobs(packs: readonly SharedPack[]): PackJob[] {
  const jobs: PackJob[] = [];
  packs.forEach(({ forest }, pack) => {
    const open = { contents: { trees: [] as number[], weight: 0 }, trees: { trees: [] as number[], weight: 0 } };
    for (const tree of forest.trees) {
      const kind = forest.types[forest.order[tree] ?? 0] === TREE ? 'trees' : 'contents';
      const job = open[kind];
      job.trees.push(tree);
      job.weight += weighTree(forest, tree);
      if (job.weight < JOB_WEIGHT) continue;
      jobs.push({ kind, pack, ...job });
      open[kind] = { trees: [], weight: 0 };
    }
    for (const kind of ['contents', 'trees'] as const)
      if (open[kind].trees.length > 0) jobs.push({ kind, pack, ...open[kind] });
  });
  return jobs.sort((a, b) => b.weight - a.weight);
}
