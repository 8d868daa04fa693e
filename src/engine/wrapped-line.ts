// Base64 and hex wrapped over lines: does the text at the end of a line go on in the next one? Only a line that holds nothing
// else, as the usual tools write them, does; two settings below each other do not. Pure.

const MIN_LINE = 60; // Ruby wraps at 60, PEM at 64, MIME and the base64 command at 76
const MAX_LINE = 256;
const MAX_INDENT = 64;
const LF = 0x0a;
const CR = 0x0d;

type IsPart = (place: number) => boolean; // is there a character of the encoding?

/** @returns where the run goes on after its line has ended at `end`, or -1 when it does not */
export function wrappedAt(text: string, end: number, isPart: IsPart): number {
  const lineEnd = text.charCodeAt(end) === CR ? end + 1 : end;
  if (text.charCodeAt(lineEnd) !== LF) return -1;
  let start = end;
  while (start > 0 && end - start <= MAX_LINE && isPart(start - 1)) start--;
  const length = end - start;
  if (length < MIN_LINE || length > MAX_LINE || length % 4 !== 0 || !isLineStart(text, start)) return -1;
  const next = skipBlanks(text, lineEnd + 1);
  let last = next;
  while (last - next <= length && isPart(last)) last++;
  return last > next && last - next <= length && isLineEnd(text, last) ? next : -1;
}

/** @returns the last place of the line before the one that begins at `start`, when the run comes from there, or -1 */
export function wrappedBefore(text: string, start: number, isPart: IsPart): number {
  const lineStart = backOverBlanks(text, start);
  if (lineStart === 0 || text.charCodeAt(lineStart - 1) !== LF) return -1;
  const end = text.charCodeAt(lineStart - 2) === CR ? lineStart - 2 : lineStart - 1;
  return wrappedAt(text, end, isPart) === start ? end - 1 : -1;
}

const isBlank = (text: string, place: number) => text.charAt(place) === ' ' || text.charAt(place) === '\t';

function isLineStart(text: string, start: number): boolean {
  const place = backOverBlanks(text, start);
  return place === 0 || text.charCodeAt(place - 1) === LF;
}

function backOverBlanks(text: string, start: number): number {
  let place = start;
  while (place > 0 && start - place < MAX_INDENT && isBlank(text, place - 1)) place--;
  return place;
}

function skipBlanks(text: string, start: number): number {
  let place = start;
  while (place - start < MAX_INDENT && isBlank(text, place)) place++;
  return place;
}

// Padding, a quote and blanks may stand between the last character and the line's end.
function isLineEnd(text: string, end: number): boolean {
  const place = skipBlanks(text, end + (/^={0,2}["']?/.exec(text.slice(end, end + 3))?.[0].length ?? 0));
  const code = text.charCodeAt(place);
  return place >= text.length || code === LF || code === CR;
}
