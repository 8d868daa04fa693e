// Which lines of a blob are new against its earlier versions. A multiset of lines, not a diff: moving a line adds nothing. Pure.

import type { Span } from '../types.js';

/**
 * Compares a blob with its earlier versions.
 *
 * @param before earlier versions; empty: everything is new
 * @returns whether a span of `bytes` touches a line that no earlier version has, or has less often
 */
export function addedLines(before: readonly Uint8Array[], bytes: Uint8Array): (span: Span) => boolean {
  if (before.length === 0) return () => true;
  const text = latin1(bytes);
  const addedRanges = before.map(version => addedAgainst(countLines(latin1(version)), text));
  return span => addedRanges.every(ranges => ranges.some(range => span.start < range.end && span.end > range.start));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

// A changed line end is no new content, so CR before LF does not count.
const normal = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) counts.set(normal(line), (counts.get(normal(line)) ?? 0) + 1);
  return counts;
}

function addedAgainst(counts: Map<string, number>, text: string): Span[] {
  const ranges: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const left = counts.get(normal(line)) ?? 0;
    if (left > 0) counts.set(normal(line), left - 1);
    else ranges.push({ start, end: start + line.length + 1 });
    start += line.length + 1;
  }
  return ranges;
}
