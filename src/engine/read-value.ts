// The value behind an operator: quoted in the ways of many languages, or bare. Looks at most VALUE bytes ahead. Pure.

import type { Span } from '../types.js';

const VALUE_BYTES = 512; // with name, operator, calls and context below the reach of an assignment (compile-rules.ts)

export type Value = {
  value: string;
  span: Span; // without quotes
  quote: string; // '"', "'", '`', or '' for a bare value
  call: string; // what it is an argument of: `String(` of `String("…")`; '' for none
};

// What may stand between operator and quote: a line break, `[`, `new String(`, `[]byte(`, `aws.String(base64("`.
const CALLS =
  /(?:\\?\r?\n[ \t]{0,60})?(?:[([]\s{0,40})?((?:(?:new[ \t]+)?(?:\[\])?&?[A-Za-z_][\w.:]{0,60}!?[({]\s{0,40}){0,2})(?=(?:[bBrRuUfFlL]{1,2}|@|\$)?\\{0,3}["'`]|&(?:quot|#39|#34);)/y;
const OPENING = /(?:[bBrRuUfFlL]{1,2}|@|\$)?(\\{0,3})(["'`]|&(?:quot|#39|#34);)/y;
const BLOCK = /[|>][+-]?\d?[ \t]{0,4}\r?\n[ \t]{1,60}/y; // YAML: the value stands on the next line

/**
 * Reads a value at a place behind an operator.
 *
 * @param how whether only quoted values count, and whether the assignment has its line to itself
 */
export function readValue(text: string, at: number, how: { onlyQuoted: boolean; isLine: boolean }): Value | null {
  CALLS.lastIndex = at;
  const calls = CALLS.exec(text);
  const call = calls?.[1] ?? '';
  OPENING.lastIndex = calls ? CALLS.lastIndex : at;
  const opening = OPENING.exec(text);
  if (opening) {
    const quoted = quotedValue(text, OPENING.lastIndex, { escape: opening[1] ?? '', quote: opening[2] ?? '"' });
    return quoted && { value: quoted.value, span: quoted.span, quote: quoted.quote, call };
  }
  if (how.onlyQuoted) return null;
  BLOCK.lastIndex = at;
  const start = BLOCK.test(text) ? BLOCK.lastIndex : at;
  return bareValue(text, start, how.isLine);
}

export type Quoted = Omit<Value, 'call'>;

function quotedValue(text: string, from: number, opening: { escape: string; quote: string }): Quoted | null {
  const { start, close } = skipQuotes(text, from, opening);
  const limit = Math.min(text.length, from + VALUE_BYTES);
  const quote = opening.quote.length === 1 ? opening.quote : '"';
  for (let at = start; at < limit; at++) {
    if (text.startsWith(close, at)) return { value: text.slice(start, at), span: { start, end: at }, quote };
    if (text.charCodeAt(at) === 0x0a && quote !== '`' && close.length === 1) return cutValue(text, start, at, quote);
    if (text.charCodeAt(at) === 0x5c && opening.escape === '') at++;
  }
  return null;
}

// A line that was cut, as logs and excerpts are: a long token is one without its end, too.
function cutValue(text: string, start: number, end: number, quote: string): Quoted | null {
  const value = text.slice(start, end).trimEnd();
  return CUT.test(value) ? { value, span: { start, end: start + value.length }, quote } : null;
}

const CUT = /^[A-Za-z0-9+/_.=-]{40,}$/;

// Python's """ and Markdown's ``: the value begins behind the last quote of the opening.
function skipQuotes(
  text: string,
  from: number,
  opening: { escape: string; quote: string },
): { start: number; close: string } {
  const { quote } = opening;
  if (text.startsWith(quote.repeat(2), from)) return { start: from + 2 * quote.length, close: quote };
  if (quote === '`' && text.startsWith(quote, from)) return { start: from + 1, close: '``' };
  return { start: from, close: opening.escape + quote };
}

const NEXT = /\\{0,3}["'`]\s{0,20},\s{0,60}(\\{0,3})(["'`])/y;
const LIST_OPENING_BYTES = 48; // bracket, blanks, quotes
const LIST_OPENING = /\[\s{0,40}(?:[bBrRuUfFlL]{1,2}|@)?\\{0,3}["'`]$/;

/** Whether a value is the first of a list. */
export function isInList(text: string, { span, quote }: { span: Span; quote: string }): boolean {
  return quote !== '' && LIST_OPENING.test(text.slice(Math.max(0, span.start - LIST_OPENING_BYTES), span.start));
}

/**
 * The values that follow a value in `["…", "…"]`.
 *
 * @param limit where the list is read to: what ends behind it is left out
 */
export function restOfList(text: string, first: { span: Span; quote: string }, limit: number): Quoted[] {
  if (!isInList(text, first)) return [];
  const values: Quoted[] = [];
  for (let { end } = first.span; ; ) {
    NEXT.lastIndex = end;
    const next = NEXT.exec(text);
    if (!next || NEXT.lastIndex > limit) return values;
    const value = quotedValue(text, NEXT.lastIndex, { escape: next[1] ?? '', quote: next[2] ?? '"' });
    if (!value || value.span.end >= limit) return values;
    values.push(value);
    end = value.span.end;
  }
}

const SCHEME = /(?:Bearer|Basic|Token|OAuth|ApiKey|SharedKey|GenieKey|JWT)[ \t]{1,4}(?:token=)?(?=[^\s=]{6})/iy; // of an Authorization header
const BARE = /[^\s"'`<>,;|]{1,512}/y;
const BARE_LINE = /(?:[^\s"'`]|(?<=\w)'(?=\w)){1,512}/y; // commas and semicolons belong to the value of an env or properties line

function bareValue(text: string, at: number, isLine: boolean): Value | null {
  const pattern = isLine ? BARE_LINE : BARE;
  SCHEME.lastIndex = at;
  const start = SCHEME.test(text) ? SCHEME.lastIndex : at;
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  if (!found) return null;
  const value = found[0]
    .replace(/(?:\\[nrt"'].*|&(?:quot|amp|#39);?.*|(?<=.)&[A-Za-z_][\w.-]*=.*)$/, '')
    .replace(/[)\]}.,;:\\]+$/, '');
  return value.length === 0 ? null : { value, span: { start, end: start + value.length }, quote: '', call: '' };
}
