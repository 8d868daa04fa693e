// The report for GitHub Actions: workflow commands that annotate lines, then a summary in Markdown. Nothing of the repository may
// become a command. Format: docs.github.com "Workflow commands"; limits: ten annotations of a kind per step are shown.

import type { Finding } from '../types.js';
import { exposureFacts } from './exposure-words.js';
import { stepSummary } from './github-summary.js';
import { dayOf, shortOid, showName, showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import type { ReportInput } from './report-input.js';
import { plainLine, sanitise, sanitiseLines, shorten } from './sanitise.js';
import { relativePath } from './sarif-location.js';
import { levelOf } from './sarif-rules.js';
import { shownFindings } from './shown-findings.js';

const MAX_SHOWN = 10; // of one kind; the rest would be dropped without a word
const MAX_TEXT = 500; // characters of one message
const KIND = { error: 'error', warning: 'warning', note: 'notice' } as const;

type Kind = (typeof KIND)[keyof typeof KIND];
type Annotation = { kind: Kind; properties: Record<string, string | number>; message: string };

/** Prints annotations and, behind them, the summary of the step. */
export function github(report: ReportInput): string {
  return `${annotations(report)}\n${sanitiseLines(stepSummary(report))}`;
}

/** The workflow commands alone, for a runner that takes the summary in a file of its own. */
export function annotations(report: ReportInput): string {
  const open = shownFindings({ ...report, showSuppressed: false });
  const all = [...gapAnnotation(report), ...open.map(finding => toAnnotation(finding, report))];
  const kinds: readonly Kind[] = ['error', 'warning', 'notice'];
  const shown = kinds.flatMap(kind => all.filter(annotation => annotation.kind === kind).slice(0, MAX_SHOWN));
  const rest = all.length - shown.length;
  const more =
    rest > 0 ? [`leakgate: ${rest} more findings have no annotation; they are in the summary of this step`] : [];
  return [...shown.map(commandLine), ...more].map(line => `${line}\n`).join('');
}

function toAnnotation(finding: Finding, { result }: ReportInput): Annotation {
  const [first] = finding.occurrences;
  const { exposure, life } = finding;
  // A line can be marked in a file of the checkout only.
  const isHere = first !== undefined && first.path !== null && (first.state !== 'history' || first.atHead);
  const commit = isHere ? null : (first?.commit ?? life.introduced);
  const where = commit ? `in commit ${shortOid(commit.oid)}${dayOf(commit) ? ` (${dayOf(commit)})` : ''}, ` : '';
  const place = first ? showPlace(first) : 'unknown place';
  const facts = [`${publicMask(finding)} ${where}${place}`, ...exposureFacts(finding)].join('; ');
  return {
    kind: KIND[levelOf(finding.severity, finding.confidence)],
    properties: {
      ...(isHere ? placeOf(first, showName(relativePath(first.path ?? '', result))) : {}),
      title: `${exposure.priority} ${finding.title}`,
    },
    message: `${facts}. Revoke or rotate it first. Rule ${finding.ruleId}, fingerprint ${finding.fingerprint}`,
  };
}

function placeOf({ region }: Finding['occurrences'][number], file: string): Annotation['properties'] {
  const { startLine, startColumn, endLine, endColumn } = region;
  // Columns mean something on one line only.
  const columns = startLine === endLine ? { col: startColumn, endColumn: Math.max(startColumn + 1, endColumn) } : {};
  return { file, line: startLine, endLine, ...columns };
}

function gapAnnotation({ result }: ReportInput): Annotation[] {
  const [first] = result.gaps;
  if (!first) return [];
  const message = `${result.gaps.length} things were not scanned, the first: ${showName(first.what)}: ${first.reason}`;
  return [{ kind: 'error', properties: { title: 'leakgate: the scan is not complete' }, message }];
}

function commandLine({ kind, properties, message }: Annotation): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${pairs.join(',')}::${escapeData(message)}`;
}

// Source: actions/toolkit packages/core/src/command.ts. The percent sign first, or it would be escaped twice.
function escapeData(text: string): string {
  return plainLine(shorten(sanitise(text), MAX_TEXT))
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
