// A result as the Markdown summary of a CI step. Texts of the repository stand in code spans, which render nothing.

import type { Finding } from '../types.js';
import { nameList } from './exposure-words.js';
import { codeSpan } from './markdown.js';
import { showName, showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import type { ReportInput } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import { countPriorities, PRIORITIES, shownFindings } from './shown-findings.js';
import { countFindings } from './summary.js';
import { plural } from './text-style.js';
import { scannedText, suppressedText } from './text-summary.js';

const MAX_BYTES = 900_000; // GitHub takes 1 MiB per step
const MAX_ROWS = 500;
const MAX_GAPS = 50;
const MAX_TEXT = 200; // characters of one cell

/** Prints the summary of a step. */
export function stepSummary(report: ReportInput): string {
  const { result } = report;
  const open = shownFindings({ ...report, showSuppressed: false });
  const lines = [`## ${headline(report, open.length)}`, '', ...gapLines(report), ...findingLines(open)];
  const suppressed = suppressedText(countFindings(result.findings));
  return [
    ...lines,
    `Scanned ${scannedText(result)}${suppressed === '' ? '' : `; ${code(suppressed)}`}.`,
    ...result.notices.slice(0, MAX_GAPS).map(({ text }) => `\n${code(text)}`),
    '',
  ].join('\n');
}

function headline({ result }: ReportInput, open: number): string {
  const scope = {
    staged: 'this commit',
    history: 'the history',
    range: 'these commits',
    files: 'the files',
    stdin: 'the input',
    env: 'the env files',
  };
  const noun = result.mode === 'env' ? 'problem' : 'secret';
  if (open > 0) return `leakgate found ${plural(open, noun)} in ${scope[result.mode]}`;
  return `No ${noun}s found in ${result.gaps.length > 0 ? 'the part that was scanned of ' : ''}${scope[result.mode]}`;
}

function gapLines({ result }: ReportInput): string[] {
  if (result.gaps.length === 0) return [];
  const listed = result.gaps.slice(0, MAX_GAPS).map(({ what, reason }) => `- ${code(showName(what))}: ${code(reason)}`);
  const more = result.gaps.length - listed.length;
  return ['**The scan is not complete.** Not scanned:', '', ...listed, ...(more > 0 ? [`- and ${more} more`] : []), ''];
}

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const counts = countPriorities(findings);
  const rows = withinBytes(findings.slice(0, MAX_ROWS).map(rowOf));
  const more = findings.length - rows.length;
  return [
    PRIORITIES.filter(priority => counts[priority] > 0)
      .map(priority => `${counts[priority]} × ${priority}`)
      .join(', '),
    '',
    '| priority | severity | what | secret | where | at HEAD | pushed | days | rule, fingerprint |',
    '| --- | --- | --- | --- | --- | --- | --- | ---: | --- |',
    ...rows,
    '',
    ...(more > 0 ? [`${more} more are not listed here; \`--format json\` has all of them.`, ''] : []),
    '1. Revoke or rotate each one at its provider first: removing it from files or history does not make it safe.',
    '2. Read the logs of the provider for use by others since it came in.',
    '3. Take it out of the files: read it from the environment or a secret manager.',
    '4. Rewrite the history last, and only when the old value is dead.',
    '',
  ];
}

function rowOf(finding: Finding): string {
  const { exposure, life, occurrences } = finding;
  const place = occurrences[0] ? showPlace(occurrences[0]) : 'unknown place';
  const pushed = life.pushed
    ? exposure.remotes.length > 0
      ? code(nameList(exposure.remotes))
      : 'yes'
    : word(life.pushed);
  const cells = [
    exposure.priority,
    finding.severity,
    code(finding.title),
    code(publicMask(finding)),
    code(place),
    word(life.atHead),
    pushed,
    exposure.days === null ? '' : `≥ ${exposure.days}`,
    `${code(finding.ruleId)} ${code(finding.fingerprint)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function word(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no';
}

function withinBytes(rows: readonly string[]): string[] {
  let bytes = 0;
  return rows.filter(row => {
    bytes += Buffer.byteLength(row) + 1;
    return bytes <= MAX_BYTES;
  });
}

// In a table a pipe ends the cell, in code too; GitHub reads `\|` there as the pipe itself.
function code(text: string): string {
  return codeSpan(shorten(sanitise(text), MAX_TEXT).replaceAll('|', '\\|'));
}
