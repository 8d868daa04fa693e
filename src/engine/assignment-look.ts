// How far reading an assignment looked, from the outcome: so that a copy of these bytes need not be read again. Takes more rather than
// less; the bounds are those of the patterns in assignment.ts and read-value.ts. test/engine/evaluate-hit.test.ts holds it. Pure.

import type { Span } from '../types.js';
import { AFTER_BYTES, BEFORE_BYTES, type NameSpan, type Operator, PAIR_NAME_BYTES } from './assignment.js';

/** How far an evaluation looked, in bytes from the start of the keyword. */
export type Look = { back: number; ahead: number };

/** A name around a keyword. */
export type Read = { name: NameSpan; hit: { start: number; length: number } };

const SKIPPED = /[\s"'`\\,&;#*\]]{0,90}/y; // of what may stand between a name and its operator
const BLOCK_OR_TAG = /"\s{0,20}\{|</y; // `variable "name" {`, `</key>`
const OPERATOR_BYTES = 320; // behind a name: the longest of the patterns
const SIGN_BYTES = 16; // `&quot;` and a sign, and what looks whether that is all of it
const CLOSE_BYTES = 8; // quotes behind a value

/** When the name, or the character behind it, says enough. @param look is made smaller */
export function lookForName(look: Look, { name, hit }: Read): void {
  look.back = Math.min(look.back, hit.start - name.start + 1);
  look.ahead = Math.min(look.ahead, Math.max(name.readEnd, hit.start + hit.length) + 1 - hit.start);
}

/** When the operator and the line in front of the name say enough. @param look is made smaller */
export function lookForLine(look: Look, text: string, { name, hit, lineStart }: Read & { lineStart: string }): void {
  look.back = Math.min(look.back, hit.start - name.start + lineStart.length + 1);
  look.ahead = Math.min(look.ahead, operatorEnd(text, { name, hit }) - hit.start);
}

/** When there is no operator behind a name. @param look is made smaller */
export function lookForOperator(look: Look, text: string, { name, hit }: Read): void {
  look.back = Math.min(look.back, hit.start - name.start + PAIR_NAME_BYTES);
  look.ahead = Math.min(look.ahead, operatorEnd(text, { name, hit }) - hit.start);
}

/** When there is one. @param look is made smaller */
export function lookForValue(
  look: Look,
  text: string,
  { name, hit, operator, value }: Read & { operator: Operator; value: { span: Span; isInList: boolean } | null },
): void {
  const end = value ? value.span.end + AFTER_BYTES + CLOSE_BYTES : 0;
  const line = lineEnd(text, Math.max(behindBreak(text, operator.end), value?.span.end ?? 0));
  if (value?.isInList) return; // the rest of the list is read as well
  // A value that was begun and did not end may go over several lines in these quotes.
  if (!value && /[`\\&]/.test(text.slice(operator.end, line))) return;
  look.back = Math.min(look.back, hit.start - name.start + BEFORE_BYTES);
  look.ahead = Math.min(look.ahead, Math.max(operatorEnd(text, { name, hit }), line + 1, end) - hit.start);
}

// Only quotes, brackets and blanks lead the patterns on; one of the long ones may have begun.
function operatorEnd(text: string, { name }: Read): number {
  SKIPPED.lastIndex = name.end;
  SKIPPED.test(text);
  BLOCK_OR_TAG.lastIndex = name.end;
  const isLong = BLOCK_OR_TAG.test(text) || text.charAt(name.end) === '&' || /^v/i.test(text.charAt(SKIPPED.lastIndex));
  return Math.max(name.readEnd + 1, isLong ? name.end + OPERATOR_BYTES : SKIPPED.lastIndex + SIGN_BYTES);
}

const BREAK = /(?:\\?\r?\n|[|>][+-]?\d?[ \t]{0,4}\r?\n)[ \t]{0,60}/y;

// A value may stand on the next line.
function behindBreak(text: string, at: number): number {
  BREAK.lastIndex = at;
  return BREAK.test(text) ? BREAK.lastIndex : at;
}

// The first line break that no bracket stands in front of: only behind one goes the search for a quote on the next line.
function lineEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    let last = at - 1;
    while (last > from && /[ \t\r]/.test(text.charAt(last))) last--;
    if (last < from || !/[([{]/.test(text.charAt(last))) return at;
  }
  return text.length;
}
