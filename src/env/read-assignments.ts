// The text of an env file → assignments with their places, one function for each format. Linear in the text; knows no meaning. Pure.

import type { EnvProblem } from './types.js';

/** `at` is where the name begins; the value stands in [start, end), without quotes. Offsets in UTF-16 code units. */
export type Assignment = { name: string; value: string; at: number; start: number; end: number };
export type Fault = { kind: EnvProblem['kind']; at: number; name: string | null };
export type Assignments = { assignments: Assignment[]; faults: Fault[] };

type Value = { value: string; start: number; end: number; next: number; isUnclosed: boolean };

const KEY = /[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=|:(?=[ \t]))[ \t]*/y;
const EXPORTED = /[ \t]*export[ \t]+[\w \t]+$/; // of a variable that is set elsewhere
const IGNORED = /^[\s\u00a0\ufeff]*(?:#|$)/;
const REST = /[ \t]*(?:#[^\n]*)?(?=[\r\n]|$)/y; // what may follow a quoted value

/** What dotenv reads: quotes ' " `, which may span lines; `\n` and `\r` mean something in double ones; `#` ends a bare value. */
export function readDotenv(text: string): Assignments {
  const found: Assignments = { assignments: [], faults: [] };
  for (let at = 0; at < text.length; ) {
    const key = matchAt(KEY, text, at);
    if (!key) {
      const end = endOfLine(text, at);
      const line = text.slice(at, end);
      if (!IGNORED.test(line) && !EXPORTED.test(line)) found.faults.push({ kind: 'unparsable-line', at, name: null });
      at = end + 1;
      continue;
    }
    const name = key[1] ?? '';
    const nameAt = at + key[0].lastIndexOf(name, key[0].search(/[=:][ \t]*$/));
    const { value, start, end, next, isUnclosed } = readDotenvValue(text, at + key[0].length);
    if (isUnclosed) found.faults.push({ kind: 'unclosed-quote', at: nameAt, name });
    found.assignments.push({ name, value, at: nameAt, start, end });
    at = next;
  }
  return found;
}

function readDotenvValue(text: string, at: number): Value {
  const quote = text.charAt(at);
  const isQuoted = quote === '"' || quote === "'" || quote === '`';
  const close = isQuoted ? closingQuote(text, at) : -1;
  if (close === -1) return { ...readBare(text, at), isUnclosed: isQuoted };
  const raw = text.slice(at + 1, close).replace(/\r\n?/g, '\n');
  const value = quote === '"' ? raw.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : raw;
  return { value, start: at + 1, end: close, next: endOfLine(text, close) + 1, isUnclosed: false };
}

function readBare(text: string, at: number): Value {
  const lineEnd = endOfLine(text, at);
  const line = text.slice(at, lineEnd);
  const comment = line.search(/[#\r]/);
  const value = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  return { value, start: at, end: at + value.length, next: lineEnd + 1, isUnclosed: false };
}

// The quote that ends the value: not escaped, and nothing but a comment behind it. On one line an escaped one will do: `"C:\"`.
function closingQuote(text: string, open: number): number {
  const quote = text.charAt(open);
  for (let at = open + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\' && text.charAt(at + 1) === quote) at++;
    else if (text.charAt(at) === quote) {
      if (matchAt(REST, text, at + 1)) return at;
      break;
    }
  }
  const last = text.slice(0, endOfLine(text, open)).lastIndexOf(quote);
  return last > open && matchAt(REST, text, last + 1) ? last : -1;
}

/** What `docker run --env-file` reads: everything behind the first `=` is the value; a name alone takes the host's. */
export function readDocker(text: string): Assignments {
  const found: Assignments = { assignments: [], faults: [] };
  for (let at = 0; at < text.length; at = endOfLine(text, at) + 1) {
    const line = text.slice(at, endOfLine(text, at)).replace(/\r$/, '');
    if (IGNORED.test(line)) continue;
    const [, indent = '', name = '', sign = ''] = /^([ \t]*)([^\s=]+)(=?)/.exec(line) ?? [];
    const start = at + indent.length + name.length + sign.length;
    const isName = name !== '' && (sign === '=' || line.trim() === name);
    if (!isName) found.faults.push({ kind: 'unparsable-line', at, name: null });
    else {
      const end = at + line.length;
      found.assignments.push({ name, value: text.slice(start, end), at: at + indent.length, start, end });
    }
  }
  return found;
}

const SHELL_KEY = /[\n;&|][ \t]*(?:(?:export|declare[ \t]+-x|typeset[ \t]+-x)[ \t]+)?([A-Za-z_]\w*)=/y;
const MORE = /[ \t]+([A-Za-z_]\w*)=/y; // `export A=1 B=2`

/** What direnv's shell would set: assignments at the start of a statement. All other commands are none of our business. */
export function readEnvrc(text: string): Assignments {
  const found: Assignments = { assignments: [], faults: [] };
  const padded = `\n${text}`; // every statement has a separator in front of it, the first one too
  for (let at = 0; at < padded.length; ) {
    const key = matchAt(SHELL_KEY, padded, at);
    at = key ? readShellValues(padded, at, key, found) : nextStatement(padded, at + 1);
  }
  const unpad = (offset: number) => offset - 1;
  return {
    assignments: found.assignments.map(({ name, value, at, start, end }) => {
      return { name, value, at: unpad(at), start: unpad(start), end: unpad(end) };
    }),
    faults: found.faults.map(fault => ({ ...fault, at: unpad(fault.at) })),
  };
}

function readShellValues(text: string, from: number, first: RegExpExecArray, found: Assignments): number {
  let at = from;
  for (let key: RegExpExecArray | null = first; key; key = matchAt(MORE, text, at)) {
    const name = key[1] ?? '';
    const start = at + key[0].length;
    const word = readShellWord(text, start);
    if (word.isUnclosed) found.faults.push({ kind: 'unclosed-quote', at: start - name.length - 1, name });
    found.assignments.push({ name, value: word.value, at: start - name.length - 1, start: word.start, end: word.end });
    at = word.next;
  }
  return nextStatement(text, at);
}

// Quotes may stand anywhere in a word; where they embrace the whole of it, the value's place is inside of them.
function readShellWord(text: string, from: number): Value {
  let value = '';
  let at = from;
  let quoted = 0;
  let isUnclosed = false;
  while (at < text.length && !/[\s;&|]/.test(text.charAt(at))) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      const close = shellQuoteEnd(text, at);
      isUnclosed ||= close === -1;
      const end = close === -1 ? endOfLine(text, at) : close;
      const inner = text.slice(at + 1, end);
      value += sign === '"' ? inner.replace(/\\([\\"$`\n])/g, '$1') : inner;
      quoted = at === from ? end + 1 : 0;
      at = Math.min(end + 1, text.length);
    } else if (text.startsWith('$(', at)) {
      const close = text.indexOf(')', at);
      const end = close === -1 ? endOfLine(text, at) : close + 1;
      value += text.slice(at, end);
      at = end;
    } else {
      if (sign === '\\') at++;
      value += text.charAt(at);
      at++;
    }
  }
  at = Math.min(at, text.length);
  const isWhole = quoted === at && !isUnclosed;
  return { value, start: isWhole ? from + 1 : from, end: isWhole ? at - 1 : at, next: at, isUnclosed };
}

function shellQuoteEnd(text: string, open: number): number {
  const quote = text.charAt(open);
  if (quote === "'") return text.indexOf("'", open + 1);
  for (let at = open + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') return at;
  }
  return -1;
}

// The next separator that stands neither in a comment nor in quotes.
function nextStatement(text: string, from: number): number {
  let isStart = true;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (/[\n;&|]/.test(sign)) return at;
    if (sign === '#' && isStart) at = endOfLine(text, at) - 1;
    else if (sign === '"' || sign === "'") {
      const close = shellQuoteEnd(text, at);
      at = close === -1 ? endOfLine(text, at) - 1 : close;
    } else if (sign === '\\') at++;
    isStart = /\s/.test(sign);
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
