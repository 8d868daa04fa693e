// The report for webhooks: one event for one scan, on one line, at most 64 KiB. No secret, no author, no folder of this machine.
// Envelope: CloudEvents 1.0; whoever passes events on must take 64 KiB (its "Size Limits"). Shape of the data: event-schema.ts.

import { createHash } from 'node:crypto';
import type { Finding } from '../types.js';
import { clocksFrom } from './clocks.js';
import type { EventFinding, ScanEvent } from './event-schema.js';
import { toJsonLine } from './json-text.js';
import { showName } from './place.js';
import { publicMask } from './public-mask.js';
import { repositoryUri } from './remote.js';
import type { ReportInput } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import { relativePath } from './sarif-location.js';
import { showPath } from './show-path.js';
import { countPriorities, shownFindings } from './shown-findings.js';
import { countFindings } from './summary.js';
import { withoutFolders } from './without-folders.js';

const MAX_BYTES = 65_536;
const MAX_TEXT = 300; // characters of one text
const MAX_REASONS = 10;
const MAX_GAPS = 20;

/** Prints a result as one event. */
export function event(report: ReportInput): string {
  const open = shownFindings({ ...report, showSuppressed: false });
  const findings = open.map(finding => toEventFinding(finding, report));
  const whole = toEvent(report, open, []);
  // The closing count can grow by some digits when findings are left out.
  let bytes = Buffer.byteLength(toJsonLine(whole)) + 16;
  const listed = findings.filter(finding => {
    bytes += Buffer.byteLength(toJsonLine(finding));
    return bytes <= MAX_BYTES;
  });
  return toJsonLine(toEvent(report, open, listed));
}

function toEvent(report: ReportInput, open: readonly Finding[], listed: EventFinding[]): ScanEvent {
  const { result, version, exitCode } = report;
  const url = repositoryUri(report.remoteUrl);
  const { bySeverity, suppressed } = countFindings(result.findings);
  return {
    specversion: '1.0',
    id: idOf(report, open),
    source: url ?? 'urn:leakgate:repository',
    type: 'io.github.leakgate.scan.v1',
    ...(result.branch === null ? {} : { subject: line(result.branch) }),
    time: result.finishedAt,
    datacontenttype: 'application/json',
    data: {
      detector: { name: 'leakgate', version },
      repository: { url, head: result.head, branch: result.branch === null ? null : line(result.branch) },
      mode: result.mode,
      startedAt: result.startedAt,
      detectedAt: result.finishedAt,
      complete: result.gaps.length === 0,
      exitCode,
      priority: open[0]?.exposure.priority ?? null,
      clocks: open.length === 0 ? null : clocksFrom(result.finishedAt, report.dueHours),
      counts: {
        findings: open.length,
        byPriority: countPriorities(open),
        bySeverity,
        atHead: open.filter(({ life }) => life.atHead === true).length,
        pushed: open.filter(({ life }) => life.pushed === true).length,
        suppressed: suppressed.reduce((sum, { count }) => sum + count, 0),
        gaps: result.gaps.length,
      },
      findings: listed,
      findingsLeftOut: open.length - listed.length,
      gaps: result.gaps.slice(0, MAX_GAPS).map(({ kind, what, reason }) => ({
        kind,
        what: line(withoutFolders(showPath(what), result.target)),
        reason: line(withoutFolders(reason, result.target)),
      })),
    },
  };
}

// What a receiver would do again for the same must have the same key: times and days that only count on are not in it.
function idOf({ result, remoteUrl }: ReportInput, open: readonly Finding[]): string {
  const identity = [
    repositoryUri(remoteUrl),
    result.mode,
    result.head,
    open.map(({ fingerprint, exposure, life }) => [fingerprint, exposure.priority, life.atHead, life.pushed]),
    result.gaps.map(({ kind, what }) => [kind, what]),
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}

function toEventFinding(finding: Finding, { result }: ReportInput): EventFinding {
  const [first] = finding.occurrences;
  const { life, exposure } = finding;
  const commit = life.introduced ?? first?.commit ?? null;
  return {
    fingerprint: finding.fingerprint,
    rule: line(finding.ruleId),
    title: line(finding.title),
    provider: line(finding.provider),
    severity: finding.severity,
    confidence: finding.confidence,
    priority: exposure.priority,
    reasons: exposure.reasons.slice(0, MAX_REASONS).map(line),
    masked: publicMask(finding),
    path: first === undefined || first.path === null ? null : showName(relativePath(first.path, result)),
    line: first === undefined ? null : Math.max(1, first.region.startLine),
    commit: commit && line(commit.oid),
    exposedSince: exposure.since,
    exposedDays: exposure.days,
    removedAt: life.removed && line(life.removed.committerDate),
    atHead: life.atHead,
    pushed: life.pushed,
    tags: exposure.tags.length,
    branches: exposure.branches.length,
    occurrences: finding.occurrenceCount,
    account: exposure.account && line(exposure.account),
    expiresAt: exposure.expiresAt && line(exposure.expiresAt),
    expired: exposure.expired,
  };
}

function line(text: string): string {
  return shorten(sanitise(text), MAX_TEXT);
}
