// The report for code scanning: SARIF 2.1.0. Within the limits of what takes it, and nothing in it that must not be public.
// Source: OASIS SARIF 2.1.0; GitHub's "SARIF support for code scanning" and its limits.

import type { Finding } from '../types.js';
import { clocksFrom } from './clocks.js';
import { toJsonText } from './json-text.js';
import { repositoryUri } from './remote.js';
import type { ReportInput } from './report-input.js';
import { URI_BASE } from './sarif-location.js';
import { type LeftOut, toNotifications } from './sarif-notifications.js';
import { toResult } from './sarif-results.js';
import { toSarifRule } from './sarif-rules.js';
import type { SarifResult, SarifRule, SarifRun } from './sarif-types.js';
import { SEVERITIES } from './summary.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/leakgate/leakgate';
const MAX_RESULTS = 25_000; // per run; code scanning rejects more
const MAX_CHARS = 60_000_000; // of all results; gzip makes less than the allowed 10 MB of it (measured: 2.3 MB of 25,000 results)
const BRIEF_FROM = 10_000; // results; so many fit into the limits only without what can be looked up elsewhere
const MAX_RELATED = 100; // further places per result; code scanning shows no more
const FEW_PLACES = 50_000; // about 50 MB of text
const RESULT_INDENT = 8; // spaces in front of each line of a result

type Plan = { findings: Finding[]; automationId: string | null; leftOut: LeftOut };
type Built = { results: SarifResult[]; rules: SarifRule[]; byLimit: number };
type Budget = { chars: number; maxRelated: number; mayDrop: boolean; isBrief: boolean };

/** Prints a result as SARIF 2.1.0. */
export function sarif(report: ReportInput): string {
  const plans = planRuns(report);
  const isBrief = plans.reduce((sum, { findings }) => sum + findings.length, 0) > BRIEF_FROM;
  // What is too long loses further places first, then the least severe results.
  const within = (maxRelated: number, mayDrop: boolean) =>
    buildAll(plans, report, { chars: MAX_CHARS, maxRelated, mayDrop, isBrief });
  const print = (built: readonly Built[]) =>
    toJsonText({
      $schema: SCHEMA,
      version: '2.1.0',
      runs: plans.map((plan, at) => toRun(plan, built[at], report)),
    });
  // Few places are printed and measured at once: one by one takes as long again.
  if (countPlaces(plans) <= FEW_PLACES) {
    const budget = { chars: Number.POSITIVE_INFINITY, maxRelated: MAX_RELATED, mayDrop: false, isBrief };
    const text = print(buildAll(plans, report, budget) ?? []);
    if (text.length <= MAX_CHARS) return text;
  }
  return print(within(MAX_RELATED, false) ?? within(MAX_RELATED / 10, false) ?? within(0, true) ?? []);
}

function countPlaces(plans: readonly Plan[]): number {
  const count = ({ occurrences }: Finding) => Math.min(occurrences.length, MAX_RELATED) + 1;
  return plans.reduce((sum, { findings }) => sum + findings.reduce((own, finding) => own + count(finding), 0), 0);
}

// At HEAD and history-only findings have lives of their own in code scanning, and one upload takes a category only once.
function planRuns(report: ReportInput): Plan[] {
  const { category, history } = report.sarif;
  const shown = report.showSuppressed
    ? report.result.findings
    : report.result.findings.filter(finding => finding.suppression === null);
  const suppressed = report.result.findings.length - shown.length;
  const byHead = (atHead: boolean) => shown.filter(finding => (finding.life.atHead === true) === atHead);
  const leftOut = { byLimit: 0, suppressed, history: 0 };
  const automationId = category === null ? null : `${trimSlashes(category)}/`;
  if (report.result.mode !== 'history') return [{ findings: bySeverity(shown), automationId, leftOut }];
  const gone = bySeverity(byHead(false));
  const head: Plan = {
    findings: bySeverity(byHead(true)),
    automationId,
    leftOut: { ...leftOut, history: history === 'exclude' ? gone.length : 0 },
  };
  const past: Plan = { findings: gone, automationId: `${trimSlashes(category ?? 'leakgate')}/history/`, leftOut };
  if (history === 'only') return [past];
  return history === 'include' && gone.length > 0 ? [head, past] : [head];
}

function trimSlashes(category: string): string {
  return category.replace(/^\/+|\/+$/g, '') || 'leakgate';
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = ({ suppression, severity }: Finding) =>
    (suppression === null ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

// Null when the text would be too long and nothing may be dropped.
function buildAll(plans: readonly Plan[], report: ReportInput, budget: Budget): Built[] | null {
  const built: Built[] = [];
  for (const { findings } of plans) {
    const run = buildResults(findings, report, budget);
    if (!run) return null;
    built.push(run);
  }
  return built;
}

// Measures while it builds, so that what does not fit is never held in memory. Takes what it needs off the budget.
function buildResults(findings: readonly Finding[], report: ReportInput, budget: Budget): Built | null {
  const rules = new Map<string, { index: number; rule: SarifRule }>();
  const results: SarifResult[] = [];
  const { result, showSuppressed } = report;
  const repository = repositoryUri(report.remoteUrl);
  const clocks = clocksFrom(result.finishedAt, report.dueHours);
  for (const finding of findings.slice(0, MAX_RESULTS)) {
    const known = rules.get(finding.ruleId) ?? {
      index: rules.size,
      rule: toSarifRule(finding, {
        rule: report.rules.get(finding.ruleId) ?? null,
        response: report.responses.get(finding.ruleId) ?? null,
        due: report.dueHours,
      }),
    };
    const next = toResult(finding, {
      root: result,
      repository,
      ruleIndex: known.index,
      maxRelated: budget.maxRelated,
      showSuppressed,
      clocks,
      isBrief: budget.isBrief,
    });
    const chars = budget.chars === Number.POSITIVE_INFINITY ? 0 : printedLength(next);
    if (chars > budget.chars && !budget.mayDrop) return null;
    if (chars > budget.chars) continue; // a smaller one may still fit
    budget.chars -= chars;
    rules.set(finding.ruleId, known);
    results.push(next);
  }
  return { results, rules: [...rules.values()].map(({ rule }) => rule), byLimit: findings.length - results.length };
}

function printedLength(result: SarifResult): number {
  const printed = JSON.stringify(result, null, 2);
  return printed.length + (printed.split('\n').length + 1) * RESULT_INDENT;
}

function toRun(plan: Plan, built: Built | undefined, report: ReportInput): SarifRun {
  const { results, rules, byLimit } = built ?? { results: [], rules: [], byLimit: 0 };
  const { notifications, descriptors } = toNotifications(report, { ...plan.leftOut, byLimit });
  const { result, version } = report;
  const provenance = provenanceOf(report);
  return {
    tool: {
      driver: {
        name: 'leakgate',
        fullName: 'leakgate git secret scanner',
        organization: 'leakgate',
        version,
        semanticVersion: version,
        informationUri: HOME,
        rules,
        ...(descriptors.length > 0 ? { notifications: descriptors } : {}),
      },
    },
    ...(plan.automationId === null ? {} : { automationDetails: { id: plan.automationId } }),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [URI_BASE]: { description: { text: 'The root of the repository or folder that was scanned.' } },
    },
    ...(provenance === null ? {} : { versionControlProvenance: [provenance] }),
    invocations: [
      {
        // False keeps code scanning from closing alerts for what was not looked at.
        executionSuccessful: result.gaps.length === 0,
        exitCode: report.exitCode,
        startTimeUtc: result.startedAt,
        endTimeUtc: result.finishedAt,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
      },
    ],
    results,
  };
}

function provenanceOf({ result, remoteUrl }: ReportInput): Record<string, unknown> | null {
  const uri = repositoryUri(remoteUrl);
  if (uri === null) return null;
  return {
    repositoryUri: uri,
    ...(result.head === null ? {} : { revisionId: result.head }),
    ...(result.branch === null ? {} : { branch: result.branch }),
    mappedTo: { uriBaseId: URI_BASE },
  };
}
