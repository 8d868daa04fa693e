// The report for CI servers that show tests: a suite for each rule, a failed test for each finding, an error for whatever was not
// scanned. Shape: JUnit XML as Jenkins, GitLab and Azure read it (testsuites > testsuite > testcase > failure, error, skipped).

import type { Finding, Gap } from '../types.js';
import { exposureFacts } from './exposure-words.js';
import { showName, showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import type { ReportInput } from './report-input.js';
import { escapeOf, plainLine, sanitise, shorten } from './sanitise.js';
import { relativePath } from './sarif-location.js';
import { shownFindings } from './shown-findings.js';

const MAX_TEXT = 500; // characters of one text
const MAX_PLACES = 20;
// All but what XML 1.0 §2.2 allows; it has no way to write the others, not even as a reference.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';
type Case = {
  suite: string;
  name: string;
  file: string | null;
  line: number | null;
  outcome: Outcome;
  type: string;
  message: string;
  details: string[];
};

/** Prints a result as JUnit XML. */
export function junit(report: ReportInput): string {
  const cases = [
    ...report.result.gaps.map(gapCase),
    ...shownFindings(report).map(finding => findingCase(finding, report)),
  ];
  // Some servers take a report without tests for a failure.
  const all = cases.length > 0 ? cases : [cleanCase(report)];
  const suites = new Map<string, Case[]>();
  for (const entry of all) {
    const members = suites.get(entry.suite);
    if (members) members.push(entry);
    else suites.set(entry.suite, [entry]);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="leakgate" ${totals(all)} time="${secondsOf(report)}">`,
    ...[...suites].flatMap(([name, members]) => suiteLines(name, members, report)),
    '</testsuites>',
    '',
  ].join('\n');
}

function findingCase(finding: Finding, { result }: ReportInput): Case {
  const [first] = finding.occurrences;
  const { suppression, exposure } = finding;
  const place = first ? showPlace(first) : 'unknown place';
  const allowed =
    suppression && `${suppression.kind}: ${suppression.source}: ${suppression.reason ?? 'no reason given'}`;
  return {
    suite: finding.ruleId,
    name: `${place} ${finding.title} ${finding.fingerprint}`,
    file: first === undefined || first.path === null ? null : showName(relativePath(first.path, result)),
    line: first?.region.startLine ?? null,
    outcome: suppression === null ? 'failure' : 'skipped',
    type: finding.severity,
    message: allowed ?? `${exposure.priority}: ${finding.title} ${publicMask(finding)} in ${place}`,
    details: [
      ...exposureFacts(finding),
      ...exposure.reasons.map(reason => `${exposure.priority} because: ${reason}`),
      ...finding.occurrences.slice(0, MAX_PLACES).map(occurrence => `place: ${showPlace(occurrence)}`),
      ...(finding.occurrenceCount > MAX_PLACES ? [`${finding.occurrenceCount - MAX_PLACES} more places`] : []),
      `fingerprint: ${finding.fingerprint}`,
      'Revoke or rotate it at its provider first; removing it from the files does not make it safe.',
    ],
  };
}

function gapCase({ kind, what, reason }: Gap): Case {
  const name = showName(what);
  return {
    suite: 'not-scanned',
    name: `${kind} ${name}`,
    file: null,
    line: null,
    outcome: 'error',
    type: kind,
    message: `Not scanned: ${name}: ${reason}`,
    details: ['The scan is not complete: what was not looked at may hold secrets.'],
  };
}

function cleanCase({ result }: ReportInput): Case {
  const name = `no secrets found (${result.mode})`;
  return { suite: 'leakgate', name, file: null, line: null, outcome: 'passed', type: '', message: '', details: [] };
}

function suiteLines(name: string, cases: readonly Case[], { result }: ReportInput): string[] {
  const timestamp = result.startedAt.slice(0, 19);
  return [
    `  <testsuite name="${xml(name)}" ${totals(cases)} time="0" timestamp="${xml(timestamp)}">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function caseLines({ suite, name, file, line, outcome, type, message, details }: Case): string[] {
  const place = file === null ? '' : ` file="${xml(file)}"${line === null ? '' : ` line="${line}"`}`;
  const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}"${place} time="0"`;
  if (outcome === 'passed') return [`${open}/>`];
  if (outcome === 'skipped') return [`${open}>`, `      <skipped message="${xml(message)}"/>`, '    </testcase>'];
  return [
    `${open}>`,
    `      <${outcome} message="${xml(message)}" type="${xml(type)}">${details.map(xml).join('\n')}</${outcome}>`,
    '    </testcase>',
  ];
}

function totals(cases: readonly Case[]): string {
  const count = (outcome: Outcome) => cases.filter(entry => entry.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function secondsOf({ result }: ReportInput): string {
  const ms = Date.parse(result.finishedAt) - Date.parse(result.startedAt);
  return (Number.isFinite(ms) ? Math.max(0, ms) / 1000 : 0).toFixed(3);
}

function xml(text: string): string {
  return plainLine(shorten(sanitise(text), MAX_TEXT))
    .replace(NOT_XML, escapeOf)
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
