// What was scanned, what was left out and by whom, and above all what was not scanned.

import type { Gap, ScanResult } from '../types.js';
import { showName } from './place.js';
import { sanitise, shorten } from './sanitise.js';
import { type FindingCounts, SEVERITIES } from './summary.js';
import { plural, type Style } from './text-style.js';

const GAPS_SHOWN = 20;
const SOURCES_SHOWN = 10;
const MAX_REASON = 400; // characters; git's own errors fit

/** The gaps, each by name, under a heading that cannot be overlooked. Empty when the scan is complete. */
export function gapLines(gaps: readonly Gap[], style: Style): string[] {
  if (gaps.length === 0) return [];
  const lines = gaps
    .slice(0, GAPS_SHOWN)
    .map(gap => `  ${gap.kind}: ${showName(gap.what)}: ${shorten(sanitise(gap.reason), MAX_REASON)}`);
  const more = gaps.length - lines.length;
  return [
    style.alarm('NOT SCANNED – this result is incomplete'),
    ...lines,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** One line of numbers, then notices and the config in force. */
export function summaryLines(result: ScanResult, counts: FindingCounts): string[] {
  const suppressed = suppressedText(counts);
  const found =
    counts.reported === 0
      ? 'nothing found'
      : `${plural(counts.reported, nounOf(result))} found (${severitiesText(counts)})`;
  return [
    `Scanned ${scannedText(result)}; ${found}${suppressed === '' ? '' : `; ${suppressed}`}.`,
    ...result.notices.map(notice => `Note: ${sanitise(notice.text)}`),
    `Config: ${result.config === null ? 'none, defaults' : showName(result.config)}`,
  ];
}

/** What a finding of this result is, in one word. */
export function nounOf({ mode, findings }: ScanResult): 'problem' | 'secret' {
  return mode === 'env' || findings.some(({ masked }) => masked === '') ? 'problem' : 'secret';
}

/** `12 commits, 340 blobs, 1.2 MB; skipped 3 (submodule)`. */
export function scannedText({ mode, counts }: ScanResult): string {
  const isGit = mode === 'history' || mode === 'range' || mode === 'env';
  const parts = [
    ...(isGit ? [plural(counts.commits, 'commit')] : []),
    plural(counts.blobs, isGit ? 'blob' : 'file'),
    humanBytes(counts.bytes),
  ];
  const skipped = [...counts.skipped].map(([reason, count]) => `${count} (${sanitise(reason)})`);
  return `${parts.join(', ')}${skipped.length > 0 ? `; skipped ${skipped.join(', ')}` : ''}`;
}

/** `3 suppressed: 2 inline (leakgate:allow), 1 baseline (old.json)`; empty when there are none. */
export function suppressedText({ suppressed }: FindingCounts): string {
  if (suppressed.length === 0) return '';
  const total = suppressed.reduce((sum, { count }) => sum + count, 0);
  const shown = suppressed
    .slice(0, SOURCES_SHOWN)
    .map(({ kind, source, count }) => `${count} ${kind} (${showName(source)})`);
  return `${total} suppressed: ${shown.join(', ')}${suppressed.length > SOURCES_SHOWN ? ', …' : ''}`;
}

function severitiesText({ bySeverity }: FindingCounts): string {
  return SEVERITIES.filter(severity => bySeverity[severity] > 0)
    .map(severity => `${bySeverity[severity]} ${severity}`)
    .join(', ');
}

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes in powers of ten with at most one decimal: `999 B`, `1.2 kB`. */
export function humanBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit: string = 'B';
  for (const next of UNITS) {
    if (value < 999.95) break;
    value /= 1000;
    unit = next;
  }
  return `${value.toFixed(1)} ${unit}`;
}
