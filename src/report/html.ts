// The report for a browser: one file that loads nothing. Its policy allows the one script and the one style that stand in it, by
// their hashes, and no network at all; everything else on the page is escaped text.

import { createHash } from 'node:crypto';
import type { Finding } from '../types.js';
import { findingCard } from './html-finding.js';
import { Markup, markup } from './html-markup.js';
import { type Anchors, anchorsOf, whole } from './html-parts.js';
import { Playbooks } from './html-playbook.js';
import { gapsSection, noticesSection, suppressedSection } from './html-scan.js';
import { SCRIPT } from './html-script.js';
import { STYLE } from './html-style.js';
import { scanFacts, scopeOf, summary, targetName } from './html-summary.js';
import { timeline } from './html-timeline.js';
import type { ReportInput } from './report-input.js';
import { PRIORITIES, shownFindings } from './shown-findings.js';
import { SEVERITIES } from './summary.js';

const MAX_CARDS = 500; // a browser still scrolls and searches through them at once
const MAX_PROVIDERS = 100; // to choose from
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const POLICY = `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'`;

/** Prints a result as one HTML file. */
export function html(report: ReportInput): string {
  const { result } = report;
  const shown = shownFindings(report);
  const open = shown.filter(({ suppression }) => suppression === null);
  const anchors = anchorsOf(open.slice(0, MAX_CARDS));
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="leakgate ${report.version}">
<title>${titleText(report, open.length)}: ${targetName(result)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<p class="brand">leakgate report</p>
<h1>${titleText(report, open.length)} in ${scopeOf(result)}</h1>
${scanFacts(report)}
</header>
<main>
${gapsSection(report)}${summary(report, open)}${timeline(open, result.finishedAt, anchors)}${findingsSection(report, open, anchors)}${suppressedSection(shown.filter(({ suppression }) => suppression !== null))}${noticesSection(report)}</main>
<footer>
<p>Secrets are masked: none stands on this page. Dates and authors are what commits claim. Whether a secret still works was not tried; nobody was asked over the network.</p>
</footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

function titleText({ result }: ReportInput, open: number): string {
  if (open > 0) return `${whole(open)} ${open === 1 ? 'secret' : 'secrets'}`;
  return result.gaps.length > 0 ? 'No secrets in the part that was scanned' : 'No secrets found';
}

function findingsSection(report: ReportInput, open: readonly Finding[], anchors: Anchors): Markup {
  if (open.length === 0)
    return markup`<section id="findings" aria-labelledby="findings-title" class="panel" tabindex="-1">
<h2 id="findings-title">Findings</h2>
<p>Nothing was found${report.result.gaps.length > 0 ? ' in what was looked at' : ''}.</p>
</section>
`;
  const listed = open.slice(0, MAX_CARDS);
  const playbooks = new Playbooks(report);
  return markup`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">Findings</h2>
<p class="muted">The most urgent first. Revoke or replace a credential at its provider before anything else; rewriting the history comes last, if at all, because forks, clones and caches keep it.</p>
${listed.length < open.length ? leftOut(open.length, listed.length) : null}${filters(listed)}
<p id="result-count" role="status" aria-live="polite">${whole(listed.length)} ${listed.length === 1 ? 'finding' : 'findings'} listed.</p>
${listed.map(finding => findingCard(finding, { report, anchors, playbooks }))}</section>
`;
}

function leftOut(all: number, listed: number): Markup {
  return markup`<p><strong>${whole(all - listed)} of ${whole(all)} findings are not on this page</strong>, the least urgent ones; search and filter look at the ${whole(listed)} that are. <code>--format json</code> or <code>csv</code> has all of them.</p>
`;
}

// Hidden until the script shows it: without one, controls would do nothing.
function filters(listed: readonly Finding[]): Markup {
  const providers = [...new Set(listed.map(({ provider }) => provider))].sort().slice(0, MAX_PROVIDERS);
  return markup`<form id="filters" role="search" aria-label="Filter the findings" hidden>
<div class="wide"><label for="search">Search (path, title, author, rule, fingerprint)</label><input id="search" name="search" type="search" autocomplete="off" spellcheck="false"></div>
${choice('priority', 'Priority', PRIORITIES)}${choice('severity', 'Severity', SEVERITIES)}${choice('provider', 'Provider', providers)}${choice('head', 'At HEAD', ['yes', 'no', 'unknown'])}${choice('pushed', 'Pushed', ['yes', 'no', 'unknown'])}<div><button type="reset">Reset</button></div>
<div><button type="button" id="open-all">Open all</button></div>
<div><button type="button" id="close-all">Close all</button></div>
</form>`;
}

function choice(name: string, label: string, values: readonly string[]): Markup {
  const options = values.map(value => markup`<option value="${value}">${value}</option>`);
  return markup`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">all</option>${options}</select></div>\n`;
}
