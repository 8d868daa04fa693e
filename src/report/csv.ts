// The report for spreadsheets: one row for each finding, and one for each thing that was not scanned, so that no table looks
// complete that is not. Columns keep their names and order; new ones are added at the end. Format: RFC 4180.

import type { Finding, Gap } from '../types.js';
import { shortOid, showName } from './place.js';
import { publicMask } from './public-mask.js';
import type { ReportInput } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import { relativePath } from './sarif-location.js';
import { shownFindings } from './shown-findings.js';

const COLUMNS = [
  'record', // finding, suppressed or gap
  'fingerprint',
  'priority',
  'severity',
  'confidence',
  'rule',
  'title',
  'provider',
  'secret', // masked
  'path',
  'line',
  'column',
  'commit', // that introduced it, or holds it
  'introduced_at',
  'removed_at',
  'exposed_since',
  'exposed_days', // at least
  'at_head',
  'pushed',
  'branches', // how many
  'tags',
  'remote_branches',
  'files',
  'occurrences',
  'account',
  'expires_at',
  'expired',
  'reasons', // for the priority; of a gap: why it was not scanned
  'suppression',
] as const;

type Cell = string | number | boolean | null; // null: not known, or there is none
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

const MAX_TEXT = 500; // characters of one cell
// What a spreadsheet takes for a formula at the start of a cell, or behind a separator of its own.
// Source: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /(^|[;\t|])(?=\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r])/g;

/** Prints a result as CSV with a header. */
export function csv(report: ReportInput): string {
  const rows = [
    ...shownFindings(report).map(finding => findingRow(finding, report)),
    ...report.result.gaps.map(gapRow),
  ];
  const lines = rows.map(row => COLUMNS.map(column => cellText(row[column] ?? null)).join(','));
  return [COLUMNS.join(','), ...lines].map(line => `${line}\r\n`).join('');
}

function findingRow(finding: Finding, { result }: ReportInput): Row {
  const [first] = finding.occurrences;
  const { life, exposure, suppression } = finding;
  const commit = life.introduced ?? first?.commit ?? null;
  return {
    record: suppression === null ? 'finding' : 'suppressed',
    fingerprint: finding.fingerprint,
    priority: exposure.priority,
    severity: finding.severity,
    confidence: finding.confidence,
    rule: finding.ruleId,
    title: finding.title,
    provider: finding.provider,
    secret: publicMask(finding),
    path: first === undefined || first.path === null ? null : showName(relativePath(first.path, result)),
    line: first?.region.startLine ?? null,
    column: first?.region.startColumn ?? null,
    commit: commit && sanitise(commit.oid),
    introduced_at: life.introduced?.committerDate ?? null,
    removed_at: life.removed?.committerDate ?? null,
    exposed_since: exposure.since,
    exposed_days: exposure.days,
    at_head: life.atHead,
    pushed: life.pushed,
    branches: exposure.branches.length,
    tags: exposure.tags.length,
    remote_branches: exposure.remotes.length,
    files: exposure.files,
    occurrences: finding.occurrenceCount,
    account: exposure.account,
    expires_at: exposure.expiresAt,
    expired: exposure.expired,
    reasons: exposure.reasons.join('; '),
    suppression:
      suppression && `${suppression.kind}: ${suppression.source}: ${suppression.reason ?? 'no reason given'}`,
  };
}

function gapRow({ kind, what, reason }: Gap): Row {
  const isId = /^[0-9a-f]{40,64}$/.test(what);
  return { record: 'gap', title: kind, path: isId ? shortOid(what) : showName(what), reasons: reason };
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = shorten(sanitise(cell), MAX_TEXT).replace(FORMULA, "$1'");
  return /[",]|^\s|\s$|'/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
