// One finding as a card that opens: where it stands, its life, how far it got, and what to do.

import type { CommitInfo, Finding, Occurrence } from '../types.js';
import { day } from './exposure-words.js';
import { type Content, type Markup, markup } from './html-markup.js';
import {
  type Anchors,
  coded,
  facts,
  joined,
  linked,
  named,
  pathed,
  priorityBadge,
  shownTime,
  whole,
} from './html-parts.js';
import type { Playbooks } from './html-playbook.js';
import { dayOf, shortOid, showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import { repositoryUri, viewerUri } from './remote.js';
import type { ReportInput } from './report-input.js';
import { relativePath, uriOf } from './sarif-location.js';

const MAX_PLACES = 10;
const MAX_NAMES = 12; // branches, tags …
const MAX_SEARCH = 500; // characters that the search looks at

export type CardContext = { report: ReportInput; anchors: Anchors; playbooks: Playbooks };

/** The card of a finding. */
export function findingCard(finding: Finding, context: CardContext): Markup {
  const anchor = context.anchors.get(finding.fingerprint)?.id ?? '';
  const { exposure, life, severity, confidence } = finding;
  return markup`<details class="finding" id="${anchor}" data-priority="${exposure.priority}" data-severity="${severity}" data-provider="${finding.provider}" data-head="${stateOf(life.atHead)}" data-pushed="${stateOf(life.pushed)}" data-text="${searchText(finding, context.report)}">
<summary>${priorityBadge(exposure.priority)} <h3><bdi>${finding.title}</bdi></h3> <span class="chips"><span class="chip">${severity}</span>${confidence === 'high' ? null : markup` <span class="chip">${confidence} confidence</span>`} ${chips(finding)}</span> ${firstPlace(finding, context.report)}</summary>
<div class="body">
<div class="life"><h4>Life and exposure</h4>
${lifeFacts(finding, context)}
<h4>Why ${exposure.priority}</h4>
<ul>${exposure.reasons.map(reason => markup`<li>${named(reason)}</li>\n`)}</ul></div>
${context.playbooks.of(finding, anchor)}
</div>
</details>
`;
}

function stateOf(value: boolean | null): string {
  return value === null ? 'unknown' : value ? 'yes' : 'no';
}

function searchText(finding: Finding, { result }: ReportInput): string {
  const { title, provider, ruleId, fingerprint, occurrences, life, exposure } = finding;
  const paths = occurrences.slice(0, MAX_PLACES).map(({ path }) => (path === null ? '' : relativePath(path, result)));
  const words = [
    title,
    provider,
    ruleId,
    fingerprint,
    life.introduced?.author.name,
    exposure.variable,
    exposure.account,
  ];
  const shown = occurrences[0] ? showPlace(occurrences[0]) : '';
  return [...words, shown, ...exposure.branches, ...exposure.tags, ...paths]
    .join(' ')
    .toLowerCase()
    .slice(0, MAX_SEARCH);
}

function chips({ life, exposure }: Finding): Content {
  const texts = [
    life.atHead === null ? '' : life.atHead ? 'at HEAD' : 'only in history',
    life.pushed === null ? '' : life.pushed ? 'pushed' : 'only local',
    exposure.tags.length > 0 ? 'in a tag' : '',
    exposure.expired ? 'expired' : '',
    exposure.days === null ? '' : `${whole(exposure.days)} ${exposure.days === 1 ? 'day' : 'days'}`,
  ];
  return joined(
    texts.filter(text => text !== '').map(text => markup`<span class="chip">${text}</span>`),
    ' ',
  );
}

function firstPlace({ occurrences: [first] }: Finding, { result }: ReportInput): Markup {
  return first ? placeMarkup(first, result) : named('unknown place');
}

function placeMarkup(occurrence: Occurrence, result: ReportInput['result']): Markup {
  const { path, region } = occurrence;
  if (path === null) return markup`<code class="path">${showPlace(occurrence)}</code>`;
  return pathed(relativePath(path, result), `:${region.startLine}:${region.startColumn}`);
}

function lifeFacts(finding: Finding, context: CardContext): Markup {
  const { life, exposure } = finding;
  return facts([
    ['Secret', markup`<code>${publicMask(finding)}</code>`],
    [
      'With',
      finding.parts.map(
        part => markup`<p><code>${publicMask(part)}</code> (${part.ruleId}) on line ${part.region.startLine}</p>`,
      ),
    ],
    ['Where', places(finding, context.report)],
    ['Variable', exposure.variable === null ? null : coded(exposure.variable)],
    ['Came in', life.introduced === null ? null : commitText(life.introduced, viewerOf(finding, context.report))],
    ['Taken out', life.removed === null ? null : commitText(life.removed, null)],
    ['Exposed', exposedText(finding)],
    ['Pushed', exposure.pushedAt === null ? null : `at the latest ${shownTime(exposure.pushedAt)}`],
    ['Remote branches', names(exposure.remotes)],
    ['Branches', names(exposure.branches)],
    ['Tags', names(exposure.tags)],
    ['Account', exposure.account === null ? null : named(exposure.account)],
    [
      'Expires',
      exposure.expiresAt === null ? null : `${shownTime(exposure.expiresAt)}${exposure.expired ? ': it has' : ''}`,
    ],
    ['Same value', otherFindings(exposure.sameValue, context.anchors)],
    ['Same commit', otherFindings(exposure.sameCommit, context.anchors)],
    ['Confidence', `${finding.confidence}${finding.reasons.length > 0 ? `: ${finding.reasons.join('; ')}` : ''}`],
    ['Rule', coded(finding.ruleId)],
    ['Fingerprint', coded(finding.fingerprint)],
    ['Git cannot see', exposure.unknown.length === 0 ? null : exposure.unknown.join(', ')],
  ]);
}

function exposedText({ exposure, life }: Finding): string | null {
  if (exposure.days === null) return null;
  const end = life.atHead === true ? 'still at HEAD' : life.atHead === false ? 'still in the history' : '';
  const since = day(exposure.since) === null ? '' : `, since ${day(exposure.since)}`;
  const bounds = exposure.isComplete ? '' : '; this clone has not the whole history, so it may be longer';
  return `at least ${whole(exposure.days)} ${exposure.days === 1 ? 'day' : 'days'}${since}${end === '' ? '' : `; ${end}`}${bounds}`;
}

function places({ occurrences, occurrenceCount }: Finding, { result }: ReportInput): Content {
  const shown = occurrences.slice(0, MAX_PLACES).map(occurrence => {
    const { commit, atHead, state } = occurrence;
    const where =
      state !== 'history' ? state : atHead ? 'at HEAD' : commit ? `in ${shortOid(commit.oid)}` : 'in the history';
    return markup`<li>${placeMarkup(occurrence, result)} <span class="muted">${where}</span></li>\n`;
  });
  const more = occurrenceCount - shown.length;
  return markup`<ul class="plain">${shown}${more > 0 ? markup`<li>and ${whole(more)} more</li>` : null}</ul>`;
}

function commitText(commit: CommitInfo, viewer: string | null): Markup {
  const oid = shortOid(commit.oid);
  const date = dayOf(commit) ?? commit.committerDate;
  return markup`${date} by ${named(commit.author.name)}, commit ${viewer === null ? coded(oid) : linked(viewer, oid)}`;
}

// A link into a hosting service only for what was pushed there, or may have been.
function viewerOf({ life, occurrences: [first] }: Finding, { result, remoteUrl }: ReportInput): string | null {
  if (!first?.commit || first.path === null || life.pushed === false) return null;
  const at = { commit: first.commit.oid, uri: uriOf(first, result), line: Math.max(1, first.region.startLine) };
  return viewerUri(repositoryUri(remoteUrl), at);
}

function names(all: readonly string[]): Content {
  const shown: Content[] = all.slice(0, MAX_NAMES).map(coded);
  const more = all.length - shown.length;
  return joined(more > 0 ? [...shown, `${whole(more)} more`] : shown, ', ');
}

function otherFindings(fingerprints: readonly string[], anchors: Anchors): Content {
  const shown: Content[] = fingerprints.slice(0, MAX_NAMES).map(fingerprint => {
    const anchor = anchors.get(fingerprint);
    return anchor === undefined ? coded(fingerprint) : markup`<a href="#${anchor.id}">${named(anchor.title)}</a>`;
  });
  const more = fingerprints.length - shown.length;
  return joined(more > 0 ? [...shown, `${whole(more)} more`] : shown, ', ');
}
