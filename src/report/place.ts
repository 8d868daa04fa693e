// Where an occurrence stands, in words. Safe to print: every text of the repository is sanitised here.

import type { CommitInfo, Finding, Occurrence, Oid } from '../types.js';
import { sanitise, shorten } from './sanitise.js';
import { showPath } from './show-path.js';

const SHORT_OID = 10; // digits: still unique in histories of some million objects
const MAX_PATH = 400; // characters shown; longer ones exist only to annoy

/** The first digits of an object id. */
export function shortOid(oid: Oid): string {
  return sanitise(oid.slice(0, SHORT_OID));
}

/** The object id of an occurrence, or null when its blob is named by a path. */
export function oidOf({ blob }: Occurrence): Oid | null {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{40})(?=:|$)/.exec(blob)?.[0] ?? null;
}

/** `src/app.ts:12:8`, or what the object is when it has no path. */
export function showPlace(occurrence: Occurrence): string {
  const { path, region } = occurrence;
  return path === null ? showObject(occurrence) : `${showName(path)}:${region.startLine}:${region.startColumn}`;
}

/** A path on one line, safe to print. */
export function showName(path: string): string {
  // Four bytes are at least one character, so this cuts nothing that would be shown.
  return sanitise(shorten(showPath(path.slice(0, 4 * MAX_PATH + 4)), MAX_PATH));
}

function showObject(occurrence: Occurrence): string {
  const oid = shortOid(oidOf(occurrence) ?? occurrence.blob);
  const names = { commit: `commit message of ${oid}`, tag: `tag ${oid}`, file: `unreachable blob ${oid}` } as const;
  return names[occurrence.kind];
}

/** The day of a commit, or null when its date is malformed. */
export function dayOf(commit: CommitInfo | null): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T)/.exec(commit?.committerDate ?? '')?.[0] ?? null;
}

/** How many places a finding has besides the first. */
export function furtherPlaces(finding: Finding): number {
  return Math.max(0, finding.occurrenceCount - 1);
}
