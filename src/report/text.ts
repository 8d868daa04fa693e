// The report for people: findings, what to do next, what was scanned and what was not.

import type { Finding, ScanResult } from '../types.js';
import { showName, showPlace } from './place.js';
import type { ReportInput } from './report-input.js';
import { plainLine, sanitise, shorten } from './sanitise.js';
import { countFindings, type FindingCounts } from './summary.js';
import { adviceLines } from './text-advice.js';
import { findingLines } from './text-finding.js';
import { plural, type Style, styleOf } from './text-style.js';
import { gapLines, scannedText, summaryLines, suppressedText } from './text-summary.js';

const MAX_REASON = 200; // characters of somebody's reason

/**
 * Prints a result for a terminal or a CI log.
 *
 * @returns whole lines; empty when nothing is staged that needs a word
 */
export function text(report: ReportInput): string {
  const { result } = report;
  const counts = countFindings(result.findings);
  const style = styleOf(report.color);
  if (counts.reported === 0 && result.gaps.length === 0 && !report.showSuppressed)
    return join(cleanLines(result, counts));
  const sections = [
    [headline(result, counts, style)],
    ...reportedSections(result, style),
    report.showSuppressed ? suppressedSection(result.findings, style) : [],
    counts.reported > 0 ? adviceLines(report, style) : [],
    gapLines(result.gaps, style),
    summaryLines(result, counts),
  ];
  return join(sections.filter(lines => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])));
}

function join(lines: readonly string[]): string {
  return lines.map(line => `${plainLine(line)}\n`).join('');
}

// A hook stays silent unless somebody allowed something: that is never silent.
function cleanLines(result: ScanResult, counts: FindingCounts): string[] {
  const suppressed = suppressedText(counts);
  if (result.mode === 'staged')
    return suppressed === '' ? [] : [`No secrets found in ${scopeOf(result)}; ${suppressed}.`];
  const config = result.config === null ? '' : `; config ${showName(result.config)}`;
  const scanned = `${scannedText(result)}${suppressed === '' ? '' : `; ${suppressed}`}${config}`;
  return [
    `No secrets found in ${scopeOf(result)}: ${scanned}.`,
    ...result.notices.map(notice => `Note: ${sanitise(notice.text)}`),
  ];
}

/** What was scanned, as a person would say it. */
function scopeOf({ mode, target }: ScanResult): string {
  if (mode === 'staged') return 'what this commit would add';
  const name = shorten(sanitise(target), MAX_REASON);
  if (mode === 'history') return `the history of ${name}`;
  return mode === 'range' ? `the chosen commits of ${name}` : name;
}

function headline(result: ScanResult, counts: FindingCounts, style: Style): string {
  const scope = scopeOf(result);
  if (counts.reported > 0) return style.heading(`leakgate found ${plural(counts.reported, 'secret')} in ${scope}`);
  return style.heading(
    `No secrets found in ${result.gaps.length > 0 ? `the part of ${scope} that was scanned` : scope}`,
  );
}

function reportedSections(result: ScanResult, style: Style): string[][] {
  const reported = result.findings.filter(finding => finding.suppression === null);
  const sure = reported.filter(finding => finding.confidence !== 'low');
  const unsure = reported.filter(finding => finding.confidence === 'low');
  const heading = style.heading('Low confidence (look at these when the others are done):');
  return [
    ...sure.map(finding => findingLines(finding, result.mode, style)),
    unsure.length > 0 ? [heading, ...unsure.map(compactLine)] : [],
  ];
}

function compactLine(finding: Finding): string {
  const [first] = finding.occurrences;
  const title = sanitise(finding.title);
  return `  ${first ? showPlace(first) : 'unknown place'}  ${finding.severity}  ${title}  ${sanitise(finding.masked)}  ${sanitise(finding.ruleId)}  ${sanitise(finding.fingerprint)}`;
}

function suppressedSection(findings: readonly Finding[], style: Style): string[] {
  const lines = findings.flatMap(finding => {
    const { suppression } = finding;
    if (!suppression) return [];
    const reason = suppression.reason === null ? 'no reason given' : shorten(sanitise(suppression.reason), MAX_REASON);
    return [`${compactLine(finding)}  [${suppression.kind}: ${sanitise(suppression.source)}: ${reason}]`];
  });
  return lines.length > 0 ? [style.heading('Suppressed:'), ...lines] : [];
}
