// A report of leaks → the incident record: one incident for each secret, the worst first, the same ids every time. Pure; the present
// time and everything from outside are parameters.

import type { Priority } from '../types.js';
import { describeCleanup } from './cleanup.js';
import type { Clocks } from './clocks.js';
import type { FoundResponse, ResponseQuery } from './find-response.js';
import { searchNames } from './find-uses.js';
import { type IncidentOf, toIncident } from './incident.js';
import type { Leak, LeakReport } from './leak.js';
import { type IncidentRecord, RECORD_SCHEMA, type UsePlace } from './record-schema.js';

/** Where in a commit's files names stand. */
export type Uses = {
  commit: string | null; // null: nothing was searched
  note: string | null; // why not, or what was left out
  placesOf: (name: string) => readonly UsePlace[];
};

export type RecordInput = {
  report: LeakReport;
  file: string | null; // that the report was read from
  version: string;
  madeAt: string; // ISO 8601
  detectedAt: string | null; // by the caller; null: the end of the scan, else now
  isDrill: boolean;
  clocks: Clocks;
  owners: Readonly<Record<string, string | undefined>>; // by kind of secret
  notify: readonly string[];
  uses: Uses;
};

const RANK: Readonly<Record<Priority, number>> = { P1: 0, P2: 1, P3: 2, P4: 3 };
const SEVERITY: Readonly<Record<string, number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** The leaks that become incidents, the worst first, each with what to do about it and the names to look for. */
export function selectLeaks(
  report: LeakReport,
  minPriority: Priority,
  respond: (query: ResponseQuery) => FoundResponse,
): IncidentOf[] {
  return report.leaks
    .filter(leak => !leak.isSuppressed && (!leak.isPriorityKnown || RANK[leak.exposure.priority] <= RANK[minPriority]))
    .sort(compareLeaks)
    .map(leak => withResponse(leak, respond));
}

/** Builds the record of selected leaks. */
export function buildRecord(wanted: readonly IncidentOf[], input: RecordInput): IncidentRecord {
  const { report } = input;
  const open = report.leaks.filter(leak => !leak.isSuppressed);
  const { at, by } = detection(input);
  const incidents = wanted.map(entry => toIncident(entry, { ...input, detectedAt: at }));
  return {
    schema: RECORD_SCHEMA,
    tool: { name: 'leakgate', version: input.version },
    isDrill: input.isDrill,
    source: sourceOf(report, input.file),
    madeAt: input.madeAt,
    detectedAt: at,
    detectedBy: by,
    summary: {
      incidents: incidents.length,
      byPriority: countPriorities(wanted.map(({ leak }) => leak.exposure.priority)),
      belowPriority: open.length - wanted.length,
      suppressed: report.leaks.length - open.length,
    },
    incidents,
    cleanup: describeCleanup(wanted.map(({ leak }) => leak)),
  };
}

function compareLeaks(a: Leak, b: Leak): number {
  return (
    RANK[a.exposure.priority] - RANK[b.exposure.priority] ||
    (SEVERITY[a.severity ?? 'high'] ?? 1) - (SEVERITY[b.severity ?? 'high'] ?? 1) ||
    (b.exposure.days ?? 0) - (a.exposure.days ?? 0) ||
    (a.identity < b.identity ? -1 : 1)
  );
}

function withResponse(leak: Leak, respond: (query: ResponseQuery) => FoundResponse): IncidentOf {
  const { ruleId, provider, exposure } = leak;
  const found = respond({ ruleId, provider, variable: exposure.variable, scheme: null });
  const known = found.by === 'rule' && !found.response.isFallback ? found.response.names : [];
  return { leak, found, names: searchNames(exposure.variable, known) };
}

function detection({ detectedAt, report, madeAt }: RecordInput): {
  at: string;
  by: IncidentRecord['detectedBy'];
} {
  if (detectedAt !== null) return { at: detectedAt, by: 'flag' };
  return report.finishedAt === null
    ? { at: madeAt, by: 'now' }
    : { at: new Date(report.finishedAt).toISOString(), by: 'report' };
}

function sourceOf(report: LeakReport, file: string | null): IncidentRecord['source'] {
  const { kind, tool, target, mode, head, branch, finishedAt, isComplete, gaps, lacks } = report;
  return {
    kind,
    file,
    tool,
    target,
    mode,
    head,
    branch,
    finishedAt,
    isComplete,
    gaps: gaps.map(({ kind: gap, what, reason }) => ({ kind: gap, what, reason })),
    lacks: [...lacks],
  };
}

function countPriorities(priorities: readonly Priority[]): IncidentRecord['summary']['byPriority'] {
  const counts = { P1: 0, P2: 0, P3: 0, P4: 0 };
  for (const priority of priorities) counts[priority]++;
  return counts;
}
