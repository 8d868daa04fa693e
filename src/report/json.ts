// The report for programs: everything that is known, suppressed findings too. Its shape is stable within one schemaVersion:
// keys are added, never renamed, removed or given another meaning. Secrets are masked as in the result.

import type { Severity } from '../rule.js';
import type {
  CommitInfo,
  Exposure,
  Finding,
  Gap,
  Life,
  Notice,
  Occurrence,
  Region,
  ScanMode,
  Suppression,
} from '../types.js';
import { toJsonText } from './json-text.js';
import { oidOf } from './place.js';
import type { ReportInput } from './report-input.js';
import { pathToUri, showPath } from './show-path.js';
import { countFindings, type SuppressedCount } from './summary.js';

/** The document. `null` stands for "not known" or "there is none"; no key is ever left out. */
export type JsonReport = {
  tool: { name: 'leakgate'; version: string };
  schemaVersion: 1;
  mode: ScanMode;
  target: string; // as the user named it
  head: string | null;
  branch: string | null;
  startedAt: string; // ISO 8601
  finishedAt: string;
  complete: boolean; // false: something in scope was not scanned, see gaps
  exitCode: number;
  summary: {
    commits: number;
    blobs: number;
    bytes: number;
    skipped: Record<string, number>; // reason → how many
    findings: number; // that are not suppressed
    bySeverity: Record<Severity, number>; // of those
    suppressed: SuppressedCount[];
  };
  config: string | null; // config file in force
  findings: JsonFinding[]; // unsuppressed first, worst first
  gaps: Gap[];
  notices: Notice[];
};

export type JsonFinding = Omit<Finding, 'occurrences' | 'suppression' | 'life' | 'exposure'> & {
  suppression: Suppression | null;
  life: Life;
  exposure: Exposure;
  occurrences: JsonOccurrence[]; // at most 1000; occurrenceCount is how many there are
};

export type JsonOccurrence = {
  path: string | null; // for reading: bytes that are no UTF-8 are written \xNN; null: an object without a name
  uri: string | null; // the same path exactly: every byte but unreserved ones and / percent-encoded
  commit: CommitInfo | null;
  blob: string | null; // object id
  kind: Occurrence['kind'];
  state: Occurrence['state'];
  region: Region; // lines and columns from 1, columns in UTF-16 code units, endColumn exclusive
  atHead: boolean;
};

/** Prints a result as JSON. */
export function json(report: ReportInput): string {
  return toJsonText(jsonDocument(report));
}

/** The document before it is printed: what a record of incidents is made from. */
export function jsonDocument({
  result,
  version,
  exitCode,
}: Pick<ReportInput, 'result' | 'version' | 'exitCode'>): JsonReport {
  const { mode, target, head, branch, startedAt, finishedAt, counts, config, gaps, notices } = result;
  const { reported, bySeverity, suppressed } = countFindings(result.findings);
  const { commits, blobs, bytes } = counts;
  return {
    tool: { name: 'leakgate', version },
    schemaVersion: 1,
    mode,
    target,
    head,
    branch,
    startedAt,
    finishedAt,
    complete: gaps.length === 0,
    exitCode,
    summary: {
      commits,
      blobs,
      bytes,
      skipped: Object.fromEntries(counts.skipped),
      findings: reported,
      bySeverity,
      suppressed,
    },
    config,
    findings: result.findings.map(toFinding),
    gaps: gaps.map(({ kind, what, reason }) => ({ kind, what: showPath(what), reason })),
    notices: notices.map(({ kind, text }) => ({ kind, text })),
  };
}

function toFinding(finding: Finding): JsonFinding {
  const {
    fingerprint,
    ruleId,
    title,
    provider,
    severity,
    confidence,
    reasons,
    masked,
    parts,
    suppression,
    life,
    exposure,
    occurrenceCount,
  } = finding;
  const { introduced, removed, atHead, refs, pushed, reachable } = life;
  return {
    fingerprint,
    ruleId,
    title,
    provider,
    severity,
    confidence,
    reasons,
    masked,
    parts: parts.map(({ ruleId: partId, masked: partMask, region }) => ({
      ruleId: partId,
      masked: partMask,
      region: toRegion(region),
    })),
    suppression: suppression && { kind: suppression.kind, reason: suppression.reason, source: suppression.source },
    life: {
      introduced: introduced && toCommit(introduced),
      removed: removed && toCommit(removed),
      atHead,
      refs,
      pushed,
      reachable,
    },
    exposure: toExposure(exposure),
    occurrenceCount,
    occurrences: finding.occurrences.map(toOccurrence),
  };
}

// Key by key, so that a field added inside does not go out unnoticed.
function toExposure(exposure: Exposure): Exposure {
  const { since, pushedAt, until, days, files, branches, tags, remotes, sameCommit, sameValue } = exposure;
  const { account, expiresAt, expired, variable, isComplete, unknown, priority, reasons } = exposure;
  return {
    priority,
    reasons,
    since,
    pushedAt,
    until,
    days,
    files,
    branches,
    tags,
    remotes,
    sameCommit,
    sameValue,
    account,
    expiresAt,
    expired,
    variable,
    isComplete,
    unknown,
  };
}

function toOccurrence(occurrence: Occurrence): JsonOccurrence {
  const { path, commit, kind, state, region, atHead } = occurrence;
  return {
    path: path === null ? null : showPath(path),
    uri: path === null ? null : pathToUri(path),
    commit: commit && toCommit(commit),
    blob: oidOf(occurrence),
    kind,
    state,
    region: toRegion(region),
    atHead,
  };
}

function toRegion({ startLine, startColumn, endLine, endColumn }: Region): Region {
  return { startLine, startColumn, endLine, endColumn };
}

function toCommit({ oid, author, authorDate, committerDate }: CommitInfo): CommitInfo {
  return { oid, author: { name: author.name, email: author.email }, authorDate, committerDate };
}
