// Comments in the scanned text that allow a finding: our own `leakgate:allow <reason>` and those of other scanners. Pure.

import { MARKERS } from '../markers.js';
import type { InlineMarker, Span } from '../types.js';
import type { LineIndex } from './locate.js';

const LINE_BYTES = 4096; // a marker further away on a minified line belongs to something else

/**
 * Looks for a marker that allows the finding at `span`.
 *
 * @param enabled names of markers that count
 * @returns the first one, or null
 */
export function findInlineMarker(
  bytes: Uint8Array,
  lines: LineIndex,
  found: { span: Span; startLine: number },
  enabled: ReadonlySet<string>,
): InlineMarker | null {
  const own = lines.lineSpan(found.span);
  const same = textOf(bytes, {
    start: Math.max(own.start, found.span.start - LINE_BYTES),
    end: Math.min(own.end, found.span.end + LINE_BYTES),
  });
  const previous = own.start > 0 ? lines.lineSpan({ start: own.start - 1, end: own.start - 1 }) : null;
  const above = previous
    ? textOf(bytes, { start: Math.max(previous.start, previous.end - LINE_BYTES), end: previous.end })
    : '';
  for (const marker of MARKERS) {
    if (!enabled.has(marker.name)) continue;
    const match = marker.pattern.exec(marker.where === 'same' ? same : above);
    if (match)
      return {
        marker: marker.name,
        reason: reasonOf(match[1]),
        line: found.startLine - (marker.where === 'next' ? 1 : 0),
      };
  }
  return null;
}

function textOf(bytes: Uint8Array, span: Span): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + span.start, Math.max(0, span.end - span.start)).toString('utf8');
}

// The comment's end is not part of the reason; `-- reason` is how secretlint writes it.
function reasonOf(text: string | undefined): string | null {
  const reason = (text ?? '')
    .replace(/(?:\*\/|-->|--%>|#}|%>).*$/, '')
    .replace(/^.*?--\s*/, '')
    .trim();
  return reason === '' ? null : reason.slice(0, 200);
}
