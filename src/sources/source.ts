// What a source of bytes is: the pipeline in scan.ts sees staged, history, range, files and stdin through this alone.

import type { KeptSightings } from '../git/kept-sightings.js';
import type { ReadObject } from '../git/read-objects.js';
import type { HistoryPart, PackJob, SharedHistory } from '../git/shared-history.js';
import type { Attribution, Blob, Counts, FoundHits, Gap, Notice, ScanMode } from '../types.js';

export type Source = {
  mode: ScanMode;
  target: string; // as the user named it
  head: string | null;
  branch: string | null;
  /**
   * Packs that are to be scanned first, each part of what that gives going to `take`; `blobs` then yields the rest.
   *
   * @param isTrusted whether what an earlier audit has kept may be used
   */
  packs?: (isTrusted: boolean) => Promise<PackedSource | null>;
  /** Yields everything in scope, once. What cannot be read goes to `gaps`, and the rest is still yielded. */
  blobs(): AsyncIterable<Blob>;
  /** Finds out where the blobs with these ids stand. Called once, after `blobs` has ended. */
  attribute(ids: ReadonlySet<string>): Promise<Attribution>;
  /** Whether these are the names in which an earlier audit found nothing. */
  isQuiet?: (names: readonly string[]) => boolean;
  /** Told at the end what there was to find, for the next audit. */
  keep?: (found: Loud) => void;
  /** Complete when `blobs`, `attribute` and `keep` have ended. */
  gaps: readonly Gap[];
  notices: readonly Notice[];
  counts(): Counts;
  /** How far `blobs` is, for a progress bar; total 0: unknown. */
  progress(): { done: number; total: number; unit: string };
  /** Removes temporary files. Safe to call twice. */
  close(): void;
};

/** Where there was something to find, reported or not. */
export type Loud = {
  blobs: ReadonlyMap<string, FoundHits | null>; // ids of those that `blobs` gave; null: not looked at to the end
  names: readonly string[] | null; // all names that a report prints, where there was nothing in them
};

/** The packs of a history, for scanning on several threads. */
export type PackedSource = {
  history: SharedHistory;
  jobs: readonly PackJob[];
  kept: KeptSightings | null; // what an earlier audit saw in packs that have no jobs
  read: (oids: readonly string[]) => AsyncIterable<ReadObject>; // to see it again
  begin: () => void; // when that has been done
  take: (part: HistoryPart) => void;
  end: (kept: () => KeptSightings) => void; // when all parts have been taken; all that was seen in them, for the next audit
};

/** Counters that every source keeps. */
export class Tally {
  commits = 0;
  blobs = 0;
  bytes = 0;
  readonly skipped = new Map<string, number>();

  add(bytes: number): void {
    this.blobs++;
    this.bytes += bytes;
  }

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  counts(): Counts {
    return { commits: this.commits, blobs: this.blobs, bytes: this.bytes, skipped: this.skipped };
  }
}
