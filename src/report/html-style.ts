// The style of the page: light and dark, wide and narrow, screen and paper. Every pair of text and ground has a contrast of 4.5 or more.

const COLOURS = `:root {
  color-scheme: light dark;
  --ground: #f4f6f8;
  --surface: #ffffff;
  --ink: #17202c;
  --muted: #525e6d;
  --line: #d5dbe3;
  --accent: #1b5c9e;
  --soft: #e8eef5;
  --alarm: #9b1c31;
  --alarm-ground: #fdf0f1;
  --p1: #9b1c31;
  --p2: #8f4a06;
  --p3: #33587f;
  --p4: #525e6d;
  --on-badge: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151c;
    --surface: #181f29;
    --ink: #e4e9f0;
    --muted: #a2adbb;
    --line: #303a47;
    --accent: #84b6f0;
    --soft: #222c39;
    --alarm: #ffa3b1;
    --alarm-ground: #2d181d;
    --p1: #ff9fae;
    --p2: #f3b473;
    --p3: #9cc0e6;
    --p4: #b3bdc9;
    --on-badge: #10151c;
  }
}
`;

const LAYOUT = `*, ::before, ::after { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; padding-bottom: .75rem; }
header .brand { margin: 0; color: var(--muted); font-size: .875rem; letter-spacing: .04em; }
h1 { margin: .15rem 0 1rem; font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; line-height: 1.3; font-weight: 650; }
h3 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 650; }
h4 { margin: 0 0 .5rem; font-size: .95rem; font-weight: 650; }
h5 { margin: 1rem 0 .25rem; font-size: .875rem; font-weight: 650; color: var(--muted); }
p, ul, ol { margin: 0 0 .75rem; }
ul, ol { padding-left: 1.35rem; }
li { margin: .15rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
code { font: .875em/1.5 ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.muted { color: var(--muted); }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem 1.4rem; margin: 0 0 1.25rem; }
.alarm { background: var(--alarm-ground); border-color: var(--alarm); border-left-width: .4rem; }
.alarm h2 { color: var(--alarm); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; background: var(--surface); padding: .5rem .75rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
[hidden] { display: none !important; }
.facts { display: grid; gap: .3rem; margin: 0 0 1rem; font-size: .925rem; }
.facts div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
.facts p { margin: 0; }
header .facts { display: flex; flex-wrap: wrap; gap: .3rem 1.75rem; margin-bottom: .75rem; }
header .facts div { display: flex; gap: .5rem; }
header .facts dt { flex: none; }
.plain { list-style: none; padding: 0; margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); min-width: 6rem; }
footer { padding-top: .5rem; padding-bottom: 2.5rem; font-size: .875rem; color: var(--muted); }
`;

const SUMMARY = `.tiles { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 0 0 1.5rem; }
.tiles div { display: flex; flex-direction: column-reverse; }
.tiles dd { margin: 0; font-size: 2rem; line-height: 1.15; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles dt { color: var(--muted); font-size: .875rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1.5rem 3rem; }
.counts, .due { list-style: none; margin: 0; padding: 0; font-size: .925rem; }
.counts li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: .75rem; align-items: center; padding: .2rem 0; }
.counts.bars li { grid-template-columns: minmax(0, 11rem) minmax(2rem, 1fr) 3rem; }
.counts strong { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; }
.due li { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .75rem; padding: .2rem 0; }
.due time { font-variant-numeric: tabular-nums; font-weight: 600; }
.badge { display: inline-block; min-width: 2.2rem; padding: .05rem .4rem; border-radius: .35rem; background: var(--p4); color: var(--on-badge); font-size: .8rem; font-weight: 700; text-align: center; }
.badge.p1 { background: var(--p1); }
.badge.p2 { background: var(--p2); }
.badge.p3 { background: var(--p3); }
svg { display: block; overflow: visible; }
.pushed { fill: var(--accent); }
.local { fill: url(#hatch); stroke: var(--accent); stroke-width: 1.5; }
.unknown { fill: var(--surface); stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 2; }
.hatch-back { fill: var(--surface); }
.hatch-line { fill: var(--accent); }
.mark { fill: var(--accent); }
.cap { stroke: var(--accent); stroke-width: 3; }
.dots { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 2 4; }
.tick { stroke: var(--line); stroke-width: 1.5; }
.axis text { fill: var(--muted); font-size: 12px; }
.defs { position: absolute; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; font-size: .875rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.scale, .timeline li { display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr) 5.5rem; gap: .25rem 1rem; align-items: center; }
.scale .axis { grid-column: 2; }
.timeline { list-style: none; padding: 0; margin: 0; font-size: .9rem; }
.timeline li { padding: .3rem 0; border-top: 1px solid var(--line); margin: 0; }
.timeline .place { display: block; font-size: .825rem; }
.days { text-align: right; font-variant-numeric: tabular-nums; color: var(--muted); }
`;

const FINDINGS = `#findings { margin-bottom: 1.25rem; }
#filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; align-items: end; margin: 0 0 .75rem; }
#filters .wide { grid-column: span 2; }
#filters label { display: block; font-size: .8rem; color: var(--muted); margin: 0 0 .2rem; }
input, select, button { width: 100%; font: inherit; font-size: .925rem; color: var(--ink); background: var(--surface); border: 1px solid var(--muted); border-radius: .4rem; padding: .4rem .6rem; min-height: 2.4rem; }
button { cursor: pointer; background: var(--soft); }
#result-count { min-height: 1.5rem; }
.finding { background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .6rem; scroll-margin-top: .75rem; }
.finding > summary { padding: .7rem 1rem .7rem 2.1rem; cursor: pointer; list-style: none; position: relative; border-radius: .5rem; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::before { content: ''; position: absolute; left: 1rem; top: 1.2rem; border: .32rem solid transparent; border-left-color: var(--muted); }
.finding[open] > summary::before { border-left-color: transparent; border-top-color: var(--muted); left: .85rem; top: 1.3rem; }
.finding > summary:hover { background: var(--soft); }
.finding h3 { display: inline; margin: 0 .4rem 0 .25rem; }
.finding summary .path { display: block; margin-top: .2rem; color: var(--muted); }
.chips { display: inline-flex; flex-wrap: wrap; gap: .3rem; vertical-align: middle; }
.chip { border: 1px solid var(--line); background: var(--soft); border-radius: .35rem; padding: 0 .45rem; font-size: .8rem; }
.body { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1.25rem 2.5rem; padding: .9rem 1rem 1rem 2.1rem; border-top: 1px solid var(--line); font-size: .925rem; }
.body > div { min-width: 0; }
.command { display: block; background: var(--soft); border-radius: .35rem; padding: .35rem .6rem; white-space: pre-wrap; }
.sources { font-size: .825rem; }
@media (max-width: 44rem) {
  h1 { font-size: 1.4rem; }
  .panel { padding: 1rem; }
  .scale { grid-template-columns: minmax(0, 1fr); }
  .scale .axis { grid-column: 1; }
  .timeline li { grid-template-columns: minmax(0, 1fr) auto; }
  .timeline li .bar { grid-column: 1 / -1; grid-row: 2; }
  .facts div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .body, .finding > summary { padding-left: 1rem; }
  .finding > summary { padding-right: 2rem; }
  .finding > summary::before, .finding[open] > summary::before { left: auto; right: .8rem; }
}
@media (forced-colors: active) {
  .badge, .chip { border: 1px solid; }
  .pushed, .mark, .hatch-line { fill: CanvasText; }
  .local, .unknown, .cap { stroke: CanvasText; }
}
`;

// On paper everything is open, whether the script could run or not.
const PAPER = `@media print {
  :root { --ground: #ffffff; --surface: #ffffff; --ink: #000000; --muted: #444444; --line: #bbbbbb; --accent: #1b4f86; --soft: #ffffff; --p1: #7d1024; --p2: #743a02; --p3: #274767; --p4: #444444; --on-badge: #ffffff; --alarm: #7d1024; --alarm-ground: #ffffff; color-scheme: light; }
  html { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  .skip, #filters { display: none !important; }
  .panel { border: 0; padding: 0; }
  .alarm { border: 2px solid var(--alarm); padding: .75rem; }
  .finding { break-inside: auto; border-width: 1px 0 0; border-radius: 0; }
  .finding > summary { break-after: avoid; padding-left: 0; }
  .finding > summary::before { display: none; }
  .finding::details-content { content-visibility: visible; display: block; block-size: auto; }
  .body { padding-left: 0; }
  .timeline li, .facts div, li { break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
  .badge, .pushed, .mark, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** CSS, one text that never changes, so that the page can name its hash. */
export const STYLE = COLOURS + LAYOUT + SUMMARY + FINDINGS + PAPER;
