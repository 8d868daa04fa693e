// A keyword's encoded form in a text → the decoded text around it, ready for the rule; and the outcome brought back to the place
// where the secret is written. Pure.

import type { CompiledForm } from './compile-rules.js';
import { type Decoded, decodeRun, type Need, reachIn } from './decode-run.js';
import type { Step, Way } from './encode-keyword.js';
import type { Outcome } from './evaluate.js';

/** Decoded text with the way back, and how to call the encoding. */
export type Encoded = Decoded & { name: string };

const NAMES: Readonly<Record<Way, string>> = {
  base64: 'base64',
  hex: 'hex',
  percent: 'percent-encoding',
  json: 'JSON escapes',
  html: 'HTML entities',
};

/**
 * Decodes the text around a form that the kernel has found.
 *
 * @param start where the form begins in `text`
 * @returns null when the keyword does not stand in what was decoded
 */
export function readForm({ form, word, need }: CompiledForm, text: string, start: number): Encoded | null {
  const [first, second] = form.steps;
  // The kernel does not see case; base64 has it, and one form in thirty is the right one.
  if (!first || (first.way === 'base64' && !text.startsWith(form.text, start))) return null;
  const outer = decodeRun(first, text, start, second ? reachIn(second.way, need) : need);
  const decoded = outer && second ? decodeInner(second, outer, need) : outer;
  if (!decoded || decoded.text.slice(decoded.at, decoded.at + word.length).toLowerCase() !== word.toLowerCase())
    return null;
  return { ...decoded, name: second ? `${NAMES[first.way]}, twice` : NAMES[first.way] };
}

function decodeInner(step: Step, outer: Decoded, need: Need): Decoded | null {
  const inner = decodeRun(step, outer.text, outer.at, need);
  if (!inner) return null;
  return {
    text: inner.text,
    at: inner.at,
    from: inner.from.map(place => outer.from[place] ?? 0),
    to: inner.to.map(place => outer.to[place - 1] ?? 0),
  };
}

/** Encodings that leave most characters as they are. */
export type Escape = Exclude<Way, 'base64' | 'hex'>;

const ESCAPE = String.raw`(?:%[0-9A-Fa-f]{2}|\\(?:\/|u00[0-9A-Fa-f]{2})|&(?:amp|#\d\d|#x[0-9A-Fa-f]{2});)`;
/** How far behind a keyword an escape counts, at most. */
export const WORD_CHARS = 512;
/** For each byte 1: ends the word behind a keyword. */
export const ENDS_WORD = new Uint8Array(256);
for (const char of '\t\n\v\f\r \xa0"\'`<>%\\&') ENDS_WORD[char.charCodeAt(0)] = 1;
const ESCAPE_HERE = new RegExp(ESCAPE, 'y');
const ESCAPE_OF: Readonly<Record<string, Escape>> = { '%': 'percent', '\\': 'json', '&': 'html' };

/** The kind of escapes in the word that goes on behind a keyword, within reach of its rule; null when there are none. */
export function escapesBehind(text: string, keyword: { start: number; length: number }, reach: number): Escape | null {
  const end = wordEnd(text, keyword, reach);
  const way = ESCAPE_OF[text.charAt(end)];
  if (way === undefined) return null;
  ESCAPE_HERE.lastIndex = end;
  return ESCAPE_HERE.test(text) && ESCAPE_HERE.lastIndex - keyword.start <= reach ? way : null;
}

/** How far `escapesBehind` looks when there are none, in bytes from where the keyword begins. */
export function lookForEscapes(text: string, keyword: { start: number; length: number }, reach: number): number {
  return wordEnd(text, keyword, reach) + ESCAPE_CHARS - keyword.start;
}

// No regular expression for the word and the escape: it would try an escape at every character of the word on its way back.
function wordEnd(text: string, { start, length }: { start: number; length: number }, reach: number): number {
  const from = start + length;
  const limit = Math.min(text.length, from + Math.min(WORD_CHARS, reach - length) + 1);
  let end = from;
  while (end < limit && ENDS_WORD[text.charCodeAt(end)] !== 1) end++;
  return end;
}

/**
 * The end of the word that goes on behind a keyword, or -1 when there may be escapes in it or right in front: then it has to be
 * looked at as text.
 */
export function plainWordEnd(
  bytes: Uint8Array,
  { start, length }: { start: number; length: number },
  reach: number,
): number {
  if (mayEndEscape(bytes, start)) return -1;
  const limit = Math.min(bytes.length, start + length + Math.min(WORD_CHARS, reach - length) + 1);
  let end = start + length;
  while (end < limit && ENDS_WORD[bytes[end] as number] !== 1) end++;
  const code = bytes[end];
  return code === PERCENT || code === BACKSLASH || code === AMPERSAND ? -1 : end;
}

/** Whether what stands in front of a place may be the end of an escape. */
export function mayEndEscape(bytes: Uint8Array, place: number): boolean {
  return bytes[place - 3] === PERCENT || bytes[place - 2] === BACKSLASH || bytes[place - 6] === BACKSLASH;
}

const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;

const LAST_ESCAPE = /(?:%[0-9A-Fa-f]{2}|\\(?:[nrt]|u00[0-9A-Fa-f]{2}))$/;
/** The longest escape. */
export const ESCAPE_CHARS = 6;

/** The kind of escape right in front of a place, whose last letter or digit is no part of a word: `\nghp_`, `%3Dghp_`. */
export function escapeBefore(text: string, place: number): Escape | null {
  // Most places have none, which the beginnings of all kinds tell.
  const mayBe = text.charAt(place - 3) === '%' || text.charAt(place - 2) === '\\' || text.charAt(place - 6) === '\\';
  if (!mayBe) return null;
  const found = LAST_ESCAPE.exec(text.slice(Math.max(0, place - ESCAPE_CHARS), place))?.[0];
  return found === undefined ? null : (ESCAPE_OF[found.charAt(0)] ?? null);
}

/** The kind of escape that stands at a place; null when there is none. */
export function escapeAt(text: string, place: number): Escape | null {
  ESCAPE_HERE.lastIndex = place;
  return ESCAPE_HERE.test(text) ? (ESCAPE_OF[text.charAt(place)] ?? null) : null;
}

/** Decodes the escapes around a plain keyword. */
export function readEscapes(way: Escape, text: string, start: number, need: Need): Encoded {
  const decoded = decodeRun({ way, shift: 0, skip: 0 }, text, start, need);
  return { ...(decoded ?? EMPTY), name: NAMES[way] };
}

const EMPTY: Decoded = { text: '', from: new Int32Array(0), to: new Int32Array(0), at: 0 };

/** Moves an outcome from decoded text to where it is written. Of two equal claims the plain one wins. */
export function inPlace(outcome: Outcome, { from, to, name }: Encoded): Outcome {
  const span = { start: from[outcome.span.start] ?? 0, end: to[outcome.span.end - 1] ?? 0 };
  if (!outcome.kept) return { ...outcome, span };
  return { ...outcome, span, reasons: [...outcome.reasons, `written in ${name}`], rank: outcome.rank - 0.5 };
}
