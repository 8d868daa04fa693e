// How far reading an assignment looked, from the outcome: so that a copy of these bytes need not be read again. Takes more rather than
// less; the bounds are those of the patterns in assignment.ts and read-value.ts. test/engine/evaluate-hit.test.ts holds it. Pure.

import { AFTER_BYTES, BEFORE_BYTES } from './assignment.js';
import { type NameSpan, type Operator, PAIR_NAME_BYTES } from './find-operator.js';

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

type InLine = Read & { lineStart: string };

/** When a value was read and nothing in front of its line was asked. @param look is made smaller */
export function lookFromLine(look: Look, { name, hit, lineStart }: InLine): void {
  look.back = Math.min(look.back, hit.start - name.start + Math.max(PAIR_NAME_BYTES, lineStart.length + 1));
}

/** When the operator and the line in front of the name say enough. @param look is made smaller */
export function lookForLine(look: Look, text: string, { name, hit, lineStart }: InLine): void {
  lookFromLine(look, { name, hit, lineStart });
  look.ahead = Math.min(look.ahead, operatorEnd(text, { name, hit }) - hit.start);
}

/** When there is no operator behind a name. @param look is made smaller */
export function lookForOperator(look: Look, text: string, { name, hit }: Read): void {
  look.back = Math.min(look.back, hit.start - name.start + PAIR_NAME_BYTES);
  look.ahead = Math.min(look.ahead, operatorEnd(text, { name, hit }) - hit.start);
}

type Behind = Read & { operator: Operator; onlyQuoted: boolean; valueEnd: number };

/** When there is one. @param look is made smaller. @param valueEnd -1: no value was found */
export function lookForValue(look: Look, text: string, { name, hit, operator, onlyQuoted, valueEnd }: Behind): void {
  const operatorAhead = operatorEnd(text, { name, hit }) - hit.start;
  if (valueEnd < 0 && onlyQuoted && !isQuoted(text, operator.end)) {
    look.back = Math.min(look.back, hit.start - name.start + BEFORE_BYTES);
    look.ahead = Math.min(look.ahead, Math.max(operatorAhead, CALLS.lastIndex + SIGN_BYTES - hit.start));
    return;
  }
  const end = valueEnd < 0 ? 0 : valueEnd + AFTER_BYTES + CLOSE_BYTES;
  const line = lineEnd(text, Math.max(behindBreak(text, operator.end), valueEnd), hit.start + look.ahead);
  // A value that was begun and did not end may go over several lines in these quotes.
  if (valueEnd < 0 && /[`\\&]/.test(text.slice(operator.end, line))) return;
  look.back = Math.min(look.back, hit.start - name.start + BEFORE_BYTES);
  look.ahead = Math.min(look.ahead, Math.max(operatorAhead, line + 1 - hit.start, end - hit.start));
}

const CALLS = /[\w\s.:!&@$()[\]{}\\]{0,330}/y; // what may stand between an operator and a quote

function isQuoted(text: string, at: number): boolean {
  CALLS.lastIndex = at;
  CALLS.test(text);
  return (
    CALLS.lastIndex - at === 330 ||
    /["'`]/.test(text.charAt(CALLS.lastIndex)) ||
    text.slice(at, CALLS.lastIndex).includes('&')
  );
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
function lineEnd(text: string, from: number, limit: number): number {
  const part = text.slice(from, limit);
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
    let last = at - 1;
    while (last > 0 && BLANK.test(part.charAt(last))) last--;
    if (last < 0 || !OPENS.test(part.charAt(last))) return from + at;
  }
  return Math.max(from, limit);
}

const BLANK = /[ \t\r]/;
const OPENS = /[([{]/;
