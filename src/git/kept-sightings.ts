// Sightings as a cache keeps them: where they are and what we say of them, and which of them are alike. What they are is not kept.

import type { Confidence } from '../rule.js';
import type { BlobKind, Oid } from '../types.js';

/** What was seen, without what it is. */
export type KeptSightings = {
  blobs: readonly { oid: Oid; kind: BlobKind }[];
  sayings: readonly Saying[];
  matches: Int32Array; // MATCH_INTS for each match, those of a blob one behind the other
};

/** What many matches have in common. */
export type Saying = {
  ruleId: string;
  confidence: Confidence;
  reasons: readonly string[];
  rank: number;
  marker: string | null; // the inline comment's kind; its reason is read again
};

/**
 * Of a match: its blob, its saying, [start, end) in the blob, its region as start line and column and end line and column, the line of
 * its marker or 0, and the match that is like it: that has the same secret, claims and reason, and is read again for both.
 */
export const MATCH_INTS = 10;

export const NO_SIGHTINGS: KeptSightings = { blobs: [], sayings: [], matches: new Int32Array(0) };
