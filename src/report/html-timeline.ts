// When each secret came in and went out, as bars on one scale. What differs, differs by shape: solid was pushed, hatched is only
// local, an outline is not known; an arrow is still at HEAD, a bar across was removed, and dots mean that the history still has it.

import type { Finding } from '../types.js';
import { day } from './exposure-words.js';
import { type Markup, markup } from './html-markup.js';
import { type Anchors, hrefOf, priorityBadge, whole } from './html-parts.js';
import { timeTicks } from './html-time-scale.js';
import { showPlace } from './place.js';
import { shorten } from './sanitise.js';

const MAX_BARS = 60;
const MAX_LABEL = 60; // characters
const MARGIN = 1.5; // per cent of the width on both sides, for arrows and circles

type End = 'head' | 'removed' | 'elsewhere'; // elsewhere: not at HEAD, and taken out of nothing, as in a tag or a message
type Bar = { finding: Finding; from: number; to: number; end: End }; // milliseconds
type Scale = { from: number; to: number };

/** The section with all bars, or null when no date is known. */
export function timeline(findings: readonly Finding[], now: string, anchors: Anchors): Markup | null {
  const end = Date.parse(now);
  const dated = findings.flatMap(finding => toBar(finding, end) ?? []);
  if (dated.length === 0) return null;
  const bars = dated.slice(0, MAX_BARS).sort((a, b) => a.from - b.from || a.to - b.to);
  const scale = { from: Math.min(...bars.map(({ from }) => from)), to: Math.max(end, ...bars.map(({ to }) => to)) };
  return markup`<section aria-labelledby="timeline-title" class="panel">
<h2 id="timeline-title">Timeline of exposure</h2>
<p class="muted">From the commit that brought a secret in to the one that took it out of the files, or to this scan. Removing it ends nothing: until it is revoked, whoever has the history has the secret.</p>
${patterns()}${legend()}
<div class="scale" aria-hidden="true"><svg class="axis" width="100%" height="22">${axis(scale)}</svg></div>
<ol class="timeline">
${bars.map(bar => row(bar, scale, anchors))}</ol>
${leftOut(findings.length, dated.length, bars.length)}
</section>
`;
}

function leftOut(all: number, dated: number, drawn: number): Markup | null {
  const undated = all - dated;
  const more = dated - drawn;
  if (undated + more === 0) return null;
  const parts = [
    more > 0 ? `${whole(more)} less urgent ones are not drawn.` : '',
    undated > 0 ? `${whole(undated)} have no date that is known.` : '',
  ];
  return markup`<p class="muted">${parts.filter(part => part !== '').join(' ')}</p>`;
}

function toBar(finding: Finding, now: number): Bar | null {
  const from = Date.parse(finding.exposure.since ?? '');
  if (!Number.isFinite(from)) return null;
  const until = Date.parse(finding.exposure.until ?? '');
  const isRemoved = finding.life.atHead === false && Number.isFinite(until);
  const end: End = finding.life.atHead === true ? 'head' : isRemoved ? 'removed' : 'elsewhere';
  // Dates are claimed by those who made the commits, and may be after the end of the scan.
  return { finding, from, to: Math.max(from, isRemoved ? until : now), end };
}

function row({ finding, from, to, end }: Bar, scale: Scale, anchors: Anchors): Markup {
  const { title, exposure, occurrences } = finding;
  const place = occurrences[0] ? shorten(showPlace(occurrences[0]), MAX_LABEL) : 'unknown place';
  const days = exposure.days === null ? '' : `${whole(exposure.days)} ${exposure.days === 1 ? 'day' : 'days'}`;
  return markup`<li><span class="what">${priorityBadge(exposure.priority)} <a href="${hrefOf(finding.fingerprint, anchors)}"><bdi>${shorten(title, MAX_LABEL)}</bdi></a> <span class="muted place"><bdi>${place}</bdi></span></span>
<svg class="bar" width="100%" height="20" role="img" aria-label="${barText(finding, end)}">${shapes(finding, { from, to, end }, scale)}</svg>
<span class="days">${days}</span></li>
`;
}

function barText({ life, exposure }: Finding, end: End): string {
  const ends = {
    head: 'still at HEAD',
    removed: `removed ${day(exposure.until)}`,
    elsewhere: 'not at HEAD, but still on other branches, in tags or messages',
  };
  const pushed = life.pushed === null ? 'not known whether pushed' : life.pushed ? 'pushed' : 'only local';
  return `From ${day(exposure.since) ?? 'an impossible day'}, ${ends[end]}, ${pushed}`;
}

function shapes({ life }: Finding, bar: Pick<Bar, 'from' | 'to' | 'end'>, scale: Scale): Markup {
  const [start, stop, now] = [place(bar.from, scale), place(bar.to, scale), place(scale.to, scale)];
  const kind = life.pushed === null ? 'unknown' : life.pushed ? 'pushed' : 'local';
  const tails: Record<End, Markup | null> = {
    head: markup`<svg x="${percent(stop)}" y="10" overflow="visible"><path class="mark" d="M-1-8 10 0-1 8z"/></svg>`,
    removed: markup`<line class="dots" x1="${percent(stop)}" x2="${percent(now)}" y1="10" y2="10"/><line class="cap" x1="${percent(stop)}" x2="${percent(stop)}" y1="1" y2="19"/>`,
    elsewhere: null,
  };
  return markup`<rect class="${kind}" x="${percent(start)}" y="5" width="${percent(stop - start)}" height="10" rx="2"/>${tails[bar.end]}<circle class="mark" cx="${percent(start)}" cy="10" r="5"/>`;
}

function place(time: number, { from, to }: Scale): number {
  return to === from ? MARGIN : MARGIN + ((time - from) / (to - from)) * (100 - 2 * MARGIN);
}

function percent(value: number): string {
  return `${Math.max(0, value).toFixed(2)}%`;
}

function axis(scale: Scale): Markup[] {
  return timeTicks(scale.from, scale.to).map(({ at, label }) => {
    const x = percent(place(at, scale));
    return markup`<line class="tick" x1="${x}" x2="${x}" y1="15" y2="22"/><text x="${x}" y="11" text-anchor="middle">${label}</text>`;
  });
}

// One definition for all bars. Not display:none, which would take the pattern away.
function patterns(): Markup {
  return markup`<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-back" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern></defs></svg>`;
}

function legend(): Markup {
  const entry = (text: string, shape: Markup) =>
    markup`<li><svg width="34" height="20" aria-hidden="true">${shape}</svg> ${text}</li>`;
  const bar = (kind: string) => markup`<rect class="${kind}" x="2" y="5" width="30" height="10" rx="2"/>`;
  return markup`<ul class="legend">
${entry('pushed', bar('pushed'))}
${entry('only local', bar('local'))}
${entry('not known', bar('unknown'))}
${entry('still at HEAD', markup`<path class="mark" d="M12 2 23 10 12 18z"/>`)}
${entry('removed, but in the history', markup`<line class="cap" x1="6" x2="6" y1="2" y2="18"/><line class="dots" x1="6" x2="32" y1="10" y2="10"/>`)}
${entry('neither: on other branches, in tags or messages', markup`<rect class="pushed" x="2" y="5" width="18" height="10" rx="2"/>`)}
</ul>
`;
}
