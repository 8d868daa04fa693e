// The head of the page: what was scanned, how many secrets of which kind there are, and what is due when.

import type { Finding, ScanResult } from '../types.js';
import { clocksFrom } from './clocks.js';
import { type Content, type Markup, markup } from './html-markup.js';
import { coded, facts, named, pathed, shownTime, whole } from './html-parts.js';
import { shortOid } from './place.js';
import { repositoryUri } from './remote.js';
import type { ReportInput } from './report-input.js';
import { countPriorities, PRIORITIES } from './shown-findings.js';
import { countFindings, SEVERITIES } from './summary.js';
import { scannedText, suppressedText } from './text-summary.js';

const MAX_PROVIDERS = 12;
const MEANING = {
  P1: 'critical, shared, and still at HEAD',
  P2: 'shared: on a remote branch or in a tag',
  P3: 'committed; not shared, as far as is known',
  P4: 'for tests, public, expired or not committed',
} as const;

/** What was scanned, as its name alone: folders of this machine are nobody's business. */
export function targetName({ target }: Pick<ScanResult, 'target'>): string {
  const isFolder = /^(?:[A-Za-z]:)?[\\/]/.test(target);
  return (isFolder ? target.split(/[\\/]+/).findLast(part => part !== '') : target) || 'this folder';
}

/** `the history of shop`. */
export function scopeOf(result: ScanResult): Content {
  const name = markup`<bdi>${targetName(result)}</bdi>`;
  const scopes = {
    staged: ['what a commit would add to ', name],
    history: ['the history of ', name],
    range: ['some commits of ', name],
    files: ['the files of ', name],
    stdin: [name],
    env: ['the env files of ', name],
  };
  return scopes[result.mode];
}

/** What was scanned, when, and with what. */
export function scanFacts({ result, version, remoteUrl }: ReportInput): Markup {
  const suppressed = suppressedText(countFindings(result.findings));
  const uri = repositoryUri(remoteUrl);
  return facts([
    ['Repository', uri === null ? null : named(uri)],
    ['Branch', result.branch === null ? null : coded(result.branch)],
    ['Commit', result.head === null ? null : coded(shortOid(result.head))],
    ['Scanned', scannedText(result)],
    ['Finished', shownTime(result.finishedAt)],
    ['Allowed', suppressed === '' ? null : suppressed],
    ['Config', result.config === null ? 'none, defaults' : pathed(result.config)],
    ['By', `leakgate ${version}`],
  ]);
}

/** Numbers, times and counts by severity and provider. */
export function summary(report: ReportInput, open: readonly Finding[]): Markup {
  if (open.length === 0) return markup``;
  return markup`<section aria-labelledby="summary-title" class="panel">
<h2 id="summary-title">Summary</h2>
${tiles(open)}
<div class="columns">
${priorities(open)}
${barList(
  'By severity',
  SEVERITIES.map(severity => [severity, open.filter(finding => finding.severity === severity).length]),
)}
${barList('By provider', byProvider(open))}
${clocks(report)}
</div>
</section>
`;
}

function tiles(open: readonly Finding[]): Markup {
  const count = (test: (finding: Finding) => boolean) => whole(open.filter(test).length);
  const longest = Math.max(-1, ...open.map(({ exposure }) => exposure.days ?? -1));
  const tile = (value: string, name: string) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`;
  return markup`<dl class="tiles">
${tile(whole(open.length), open.length === 1 ? 'secret' : 'secrets')}${tile(
  count(({ life }) => life.atHead === true),
  'still at HEAD',
)}${tile(
  count(({ life }) => life.pushed === true),
  'pushed',
)}${tile(
  count(({ exposure }) => exposure.tags.length > 0),
  'in a tag',
)}${longest < 0 ? null : tile(whole(longest), 'days at least, the longest')}</dl>`;
}

function priorities(open: readonly Finding[]): Markup {
  const counts = countPriorities(open);
  const rows = PRIORITIES.map(
    priority =>
      markup`<li><span class="badge ${priority.toLowerCase()}">${priority}</span> <span>${MEANING[priority]}</span> <strong>${whole(counts[priority])}</strong></li>\n`,
  );
  return markup`<div><h3>By priority</h3><ul class="counts">${rows}</ul></div>`;
}

function byProvider(open: readonly Finding[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { provider } of open) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.slice(MAX_PROVIDERS);
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...sorted.slice(0, MAX_PROVIDERS),
    ...(others > 0 ? [[`${rest.length} others`, others] satisfies [string, number]] : []),
  ];
}

function barList(title: string, counts: readonly (readonly [name: string, count: number])[]): Markup {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const rows = counts.map(
    ([name, count]) =>
      markup`<li><span>${named(name)}</span> <svg width="100%" height="8" aria-hidden="true"><rect class="pushed" width="${`${((count / most) * 100).toFixed(1)}%`}" height="8" rx="2"/></svg> <strong>${whole(count)}</strong></li>\n`,
  );
  return markup`<div><h3>${title}</h3><ul class="counts bars">${rows}</ul></div>`;
}

function clocks({ result, dueHours }: ReportInput): Markup {
  const due = clocksFrom(result.finishedAt, dueHours);
  const rows = [
    [due.contain, 'revoked or replaced at the provider'],
    [due.audit, 'sessions ended, logs read for use by others'],
    [due.rca, 'cause found'],
    [due.followUp, 'prevention in place'],
  ] as const;
  const shown = rows.map(
    ([time, text]) => markup`<li><time datetime="${time}">${shownTime(time)}</time> <span>${text}</span></li>\n`,
  );
  return markup`<div><h3>Due, counted from this scan</h3><ol class="due">${shown}</ol></div>`;
}
