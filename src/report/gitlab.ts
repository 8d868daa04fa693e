// The report for GitLab: secret detection, schema 15.2.1 (fixtures/schemas). Suppressed findings are left out and counted, because
// GitLab opens a vulnerability for each entry; with --show-suppressed they are there, flagged as what GitLab calls likely false positives.
// A scan with gaps is a failure: GitLab must not take what was not looked at for fixed.

import { createHash } from 'node:crypto';
import type { Finding } from '../types.js';
import { day, exposureFacts } from './exposure-words.js';
import { firstHour } from './first-hour.js';
import { toJsonText } from './json-text.js';
import { escapeMarkdown, markdownLine } from './markdown.js';
import { furtherPlaces, oidOf, showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import { isWebAddress } from './remote.js';
import { type ReportInput, responseOf } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import { relativePath, uriOf } from './sarif-location.js';
import { cweOf } from './sarif-rules.js';
import { showPath } from './show-path.js';
import { shownFindings } from './shown-findings.js';
import { countFindings } from './summary.js';
import { withoutFolders } from './without-folders.js';

const SCHEMA_VERSION = '15.2.1';
const HOME = 'https://github.com/leakgate/leakgate';
const MAX_NAME = 255; // of the schema
const MAX_SOLUTION = 7000; // of the schema
const MAX_TEXT = 1000; // characters of one text of ours
const MAX_MESSAGES = 100;
const MAX_PLACES = 50;
const NO_COMMIT = '0000000'; // what GitLab's own analyzer writes for what no commit holds
const SEVERITY = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const;

type Detail = { name: string; type: 'text' | 'value'; value: string | number | boolean };

/** Prints a result as a GitLab secret detection report. */
export function gitlab(report: ReportInput): string {
  const { result, version } = report;
  const tool = { id: 'leakgate', name: 'leakgate', url: HOME, version, vendor: { name: 'leakgate' } };
  return toJsonText({
    version: SCHEMA_VERSION,
    scan: {
      type: 'secret_detection',
      status: result.gaps.length === 0 ? 'success' : 'failure',
      start_time: result.startedAt.slice(0, 19),
      end_time: result.finishedAt.slice(0, 19),
      analyzer: tool,
      scanner: tool,
      messages: messagesOf(report),
    },
    vulnerabilities: shownFindings(report).map(finding => toVulnerability(finding, report)),
  });
}

function toVulnerability(finding: Finding, report: ReportInput): Record<string, unknown> {
  const [first] = finding.occurrences;
  const links = linksOf(finding, report);
  return {
    id: uuidOf(finding.fingerprint),
    name: shorten(sanitise(finding.title || finding.ruleId), MAX_NAME),
    description: descriptionOf(finding),
    severity: SEVERITY[finding.severity],
    solution: solutionOf(finding, report),
    identifiers: identifiersOf(finding, report),
    ...(links.length > 0 ? { links: links.map(url => ({ url })) } : {}),
    details: detailsOf(finding),
    ...flagsOf(finding),
    location: {
      ...(first
        ? { file: fileOf(finding, report), start_line: first.region.startLine, end_line: first.region.endLine }
        : {}),
      commit: commitOf(finding, report),
    },
    raw_source_code_extract: publicMask(finding),
  };
}

function linksOf(finding: Finding, report: ReportInput): string[] {
  const response = responseOf(report, finding);
  const pages = [response?.revoke.page, response?.docs, ...(report.rules.get(finding.ruleId)?.references ?? [])];
  return [...new Set(pages.filter(page => typeof page === 'string'))].filter(isWebAddress);
}

// Always the same for the same secret under the same rule. Version 8 of RFC 9562: bits of our own making.
function uuidOf(fingerprint: string): string {
  const hex = createHash('sha256').update(`leakgate:${fingerprint}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// GitLab shows it as Markdown: what comes from the repository must not become a link, a mention or a quick action.
function descriptionOf(finding: Finding): string {
  const { exposure } = finding;
  const lines = [
    `${finding.title} ${publicMask(finding)}: ${exposure.priority}.`,
    ...exposureFacts(finding).map(fact => `- ${fact}`),
    ...exposure.reasons.map(reason => `- ${exposure.priority} because: ${reason}`),
  ];
  return lines.map(line => inert(shorten(sanitise(line), MAX_TEXT))).join('\n');
}

// Beyond markup: mentions, references, emoji, formulas, bare addresses, and quick actions at the start of a line.
function inert(line: string): string {
  return escapeMarkdown(line)
    .replace(/[@~$%^]|:(?=\/\/|[\w+-]+:)/g, '\\$&')
    .replace(/^(?=\/)/, '\\');
}

function solutionOf(finding: Finding, report: ReportInput): string {
  const sections = firstHour(responseOf(report, finding), finding.provider, report.dueHours);
  const lines = sections.flatMap(({ title, isOrdered, lines: steps }) => [
    `${title}:`,
    ...steps.map((line, at) => {
      const text = markdownLine({ ...line, text: sanitise(line.text) });
      return `${isOrdered ? `${at + 1}.` : '-'} ${text}`;
    }),
    '',
  ]);
  return shorten(lines.join('\n').trimEnd(), MAX_SOLUTION);
}

function identifiersOf(finding: Finding, report: ReportInput): Record<string, string>[] {
  const cwe = cweOf(finding.ruleId, report.rules.get(finding.ruleId) ?? null).replace('external/cwe/cwe-', '');
  const ruleId = sanitise(finding.ruleId);
  return [
    { type: 'leakgate_rule_id', name: `leakgate rule ${ruleId}`, value: ruleId },
    { type: 'cwe', name: `CWE-${cwe}`, value: cwe, url: `https://cwe.mitre.org/data/definitions/${cwe}.html` },
    { type: 'leakgate_fingerprint', name: 'leakgate fingerprint', value: sanitise(finding.fingerprint) },
  ];
}

function detailsOf(finding: Finding): Record<string, Detail> {
  const { exposure, life, occurrences } = finding;
  const further = occurrences.slice(1, 1 + MAX_PLACES).map(showPlace);
  const places =
    furtherPlaces(finding) > further.length ? [...further, `${furtherPlaces(finding) - further.length} more`] : further;
  const known: [key: string, name: string, value: string | number | boolean | null][] = [
    ['priority', 'Priority', exposure.priority],
    ['confidence', 'Confidence', finding.confidence],
    ['exposed_days', 'Days exposed, at least', exposure.days],
    ['exposed_since', 'Exposed since', day(exposure.since)],
    ['at_head', 'Still at HEAD', life.atHead],
    ['pushed', 'Pushed', life.pushed],
    ['removed_in', 'Removed in commit', life.removed?.oid ?? null],
    ['account', 'Account', exposure.account],
    ['expires_at', 'Expires', exposure.expiresAt],
    ['occurrences', 'Places', finding.occurrenceCount],
    ['further_places', 'Further places', places.length > 0 ? places.join(', ') : null],
  ];
  const entries = known.flatMap(([key, name, value]): [string, Detail][] => {
    if (value === null) return [];
    return [
      [
        key,
        typeof value === 'string' ? { name, type: 'text', value: sanitise(value) } : { name, type: 'value', value },
      ],
    ];
  });
  return Object.fromEntries(entries);
}

function flagsOf({ suppression }: Finding): { flags?: Record<string, string>[] } {
  if (!suppression) return {};
  const description = `${suppression.kind}: ${suppression.source}: ${suppression.reason ?? 'no reason given'}`;
  return {
    flags: [
      {
        type: 'flagged-as-likely-false-positive',
        origin: 'leakgate',
        description: shorten(sanitise(description), MAX_TEXT),
      },
    ],
  };
}

// GitLab links the file by it, so the name stays as it is: only the JSON around it is made safe to print.
function fileOf({ occurrences: [first] }: Finding, { result }: ReportInput): string {
  if (!first) return 'unknown';
  return first.path === null ? uriOf(first, result) : showPath(relativePath(first.path, result)) || 'unnamed';
}

function commitOf({ life, occurrences: [first] }: Finding, { result }: ReportInput): { sha: string; date?: string } {
  const commit = first?.commit ?? life.introduced;
  if (commit)
    return { sha: sanitise(commit.oid), ...(day(commit.committerDate) ? { date: commit.committerDate } : {}) };
  const isMessage = first !== undefined && first.kind === 'commit';
  return { sha: (isMessage ? oidOf(first) : first?.state === 'history' ? result.head : null) ?? NO_COMMIT };
}

function messagesOf({ result, showSuppressed }: ReportInput): { level: 'info' | 'warn'; value: string }[] {
  const suppressed = countFindings(result.findings).suppressed.reduce((sum, { count }) => sum + count, 0);
  const gaps = result.gaps.slice(0, MAX_MESSAGES);
  const more = result.gaps.length - gaps.length;
  const message = (level: 'info' | 'warn', value: string) => ({
    level,
    value: shorten(sanitise(withoutFolders(value, result.target)), MAX_TEXT) || 'no text', // of an empty one the schema makes an error
  });
  return [
    ...gaps.map(({ what, reason }) => message('warn', `Not scanned: ${showPath(what)}: ${reason}`)),
    ...(more > 0 ? [message('warn', `Not scanned: ${more} more things that are not listed here`)] : []),
    ...(suppressed > 0 && !showSuppressed
      ? [message('info', `Suppressed findings that are not in this report: ${suppressed}`)]
      : []),
    ...result.notices.slice(0, MAX_MESSAGES).map(({ text }) => message('info', text)),
  ];
}
