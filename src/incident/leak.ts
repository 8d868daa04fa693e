// What an incident is made from, whatever told us of it: a scan, a JSON report, a SARIF report. Holds masks, never a secret.

import type { Confidence, Severity } from '../rule.js';
import type { Exposure } from '../types.js';

export type LeakCommit = {
  oid: string;
  author: string | null;
  authorDate: string | null;
  committerDate: string | null;
};

export type LeakPlace = { path: string | null; line: number | null; commit: string | null; atHead: boolean };

/** One secret under one rule, as a report tells of it. null: the report does not say. */
export type Leak = {
  fingerprint: string | null; // null: the report does not name secrets, only places
  identity: string; // what the incident's id is made from: the fingerprint, or a name of the place
  ruleId: string;
  title: string;
  provider: string | null;
  severity: Severity | null;
  confidence: Confidence | null;
  masked: string;
  parts: readonly { ruleId: string; masked: string }[];
  places: readonly LeakPlace[]; // the one to fix first leads
  placeCount: number;
  introduced: LeakCommit | null;
  removed: LeakCommit | null;
  atHead: boolean | null;
  pushed: boolean | null;
  reachable: boolean | null;
  exposure: Exposure;
  isPriorityKnown: boolean; // false: the report names none, and no filter may leave it out
  isSuppressed: boolean;
};

/** A report, and what it lacks. */
export type LeakReport = {
  kind: 'scan' | 'json' | 'sarif';
  tool: string; // that made it
  target: string | null;
  mode: string | null;
  head: string | null; // commit
  branch: string | null;
  finishedAt: string | null; // ISO 8601
  isComplete: boolean | null; // null: it does not say
  gaps: readonly { kind: string; what: string; reason: string }[];
  lacks: readonly string[]; // what a record needs and the report does not have, in words
  leaks: readonly Leak[];
};

const MASK = /^[\x21-\x7e]{0,4}… \(\d+ characters\)$/;

/** What stands in place of a value. A report made with --show-secrets has the value itself, which goes no further. */
export function safeMask(text: string): string {
  return MASK.test(text) ? text : '…';
}

/** Names an incident by its secret: the same in every record. 48 bits: 100,000 secrets of one repository do not collide. */
export function incidentId(identity: string): string {
  return `SEC-${identity.slice(0, 12)}`;
}
