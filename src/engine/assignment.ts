// `name operator value` around a keyword, in any language: reads what is assigned to the name, and what stands around it. Looks at most
// 1200 bytes ahead and 264 back. Pure.

import type { Span } from '../types.js';
import { type Look, lookForLine, lookForName, lookForOperator, lookForValue, type Read } from './assignment-look.js';
import { mayBeOperator, nameAround, type Operator, operatorAt } from './find-operator.js';
import { isInList, readValue } from './read-value.js';

/** Context. */
export const BEFORE_BYTES = 200; // in front of the name, for context
/** Context. */
export const AFTER_BYTES = 80; // behind the value, for context

export type Assignment = {
  name: string;
  nameSpan: Span;
  isNameQuoted: boolean;
  isSpaced: boolean; // a blank stands in front of the operator
  operator: string; // '=', ':', '=>', ':=', '==', ',', '(', '>', ' ', 'value' of a key-value pair
  value: string;
  span: Span; // of the value, without quotes
  quote: string; // '"', "'", '`', or '' for a bare value
  call: string; // what the value is an argument of, as `String(`; '' for none
  lineStart: string; // what stands on the line in front of the name
  before: string; // what stands in front of the name, earlier lines included
  after: string; // what stands behind the value
};

/** Reads `name operator value` around a keyword hit; null when nothing is assigned there. */
export function readAssignment(text: string, hit: { start: number; length: number }): Assignment | null {
  return readBehind(text, { name: nameAround(text, hit), hit }, null);
}

/**
 * The same when the name is known.
 *
 * @param look is made smaller where less was looked at than is allowed: most names are not followed by anything that assigns
 */
export function readBehind(text: string, { name, hit }: Read, look: Look | null): Assignment | null {
  if (!mayBeOperator(text, name.end)) {
    if (look) lookForName(look, { name, hit });
    return null;
  }
  const operator = operatorAt(text, name);
  if (!operator) {
    if (look) lookForOperator(look, text, { name, hit });
    return null;
  }
  const before = text.slice(Math.max(0, name.start - BEFORE_BYTES), name.start);
  const lineStart = before.slice(before.lastIndexOf('\n') + 1);
  const written = text.slice(name.start, name.end);
  if (operator.sign === ' ' && !mayBlankAssign(written, lineStart)) {
    if (look) lookForLine(look, text, { name, hit, lineStart });
    return null;
  }
  const onlyQuoted = operator.sign === ',' || operator.sign === '(' || operator.isFallback;
  const isLine = operator.sign !== ' ' && ALONE.test(lineStart);
  const value = readValue(text, operator.end, { onlyQuoted, isLine });
  // Of a list the rest is read as well, as far as it may go.
  if (look && !(value && isInList(text, value)))
    lookForValue(look, text, { name, hit, operator, onlyQuoted, valueEnd: value?.span.end ?? -1 });
  if (!value || isNextInList(text, operator, value.span.start, lineStart)) return null;
  const { quote, call } = value;
  const scheme = schemeLength(value.value);
  const span = { start: value.span.start + scheme, end: value.span.end };
  // Every one is made here and with the same fields: objects of one shape are several times as fast to read.
  const read: Assignment = {
    name: written,
    nameSpan: name,
    isNameQuoted: operator.isNameQuoted,
    isSpaced: operator.isSpaced,
    operator: operator.sign,
    value: scheme === 0 ? value.value : value.value.slice(scheme),
    span,
    quote,
    call,
    lineStart,
    before,
    after: text.slice(span.end, span.end + AFTER_BYTES),
  };
  return isAssigned(text, name, read) ? read : null;
}

// Strings of a list, one a line or behind others, are no names and values; the arguments of a call are, and stand behind its
// parenthesis, and so is the first of a pair.
function isNextInList(text: string, operator: Operator, valueStart: number, lineStart: string): boolean {
  if (operator.sign !== ',') return false;
  if (/\[[^[\]()]{1,200},[ \t]{0,8}\\{0,3}["'`]$/.test(lineStart)) return true;
  return !/\([^)]*$/.test(lineStart) && text.slice(operator.end, valueStart).includes('\n');
}

// The name is the first thing on its line, as in env, properties and YAML files.
const ALONE = /^[ \t#]{0,40}(?:export[ \t]+|set[ \t]+|-[ \t]+|-e[ \t]+)?$/i;

const OF_SCHEME =
  /^(?:Bearer|Basic|Token|OAuth|ApiKey|SharedKey|GenieKey|JWT)[ \t]{1,4}(?:token=)?(?=[^\s=]{6,}={0,2}$)/i;

// `Authorization: Bearer …`: the scheme is no part of the secret.
function schemeLength(value: string): number {
  return OF_SCHEME.exec(value)?.[0].length ?? 0;
}

function isAssigned(text: string, name: Span, read: Assignment): boolean {
  if (read.operator === '>') return isElement(text, name.start, read);
  return read.operator !== ' ' || isSpaceAssigned(read);
}

// `<password>value</password>` and `<entry key="password">value</entry>`, not `<user>:<password>@host`.
function isElement(text: string, nameStart: number, { after, lineStart }: Assignment): boolean {
  const isNamed = /[<:>]/.test(text.charAt(nameStart - 1)) || /(?:key|name)=["']$/.test(lineStart);
  return isNamed && /^\s{0,64}<\//.test(after);
}

// A blank assigns only after a flag (`--token value`), in `ENV NAME value`, `machine x password y`, SQL's `PASSWORD 'x'`,
// after an authorization scheme, and behind a password's name on a line of exactly two words (`requirepass value`).
function isSpaceAssigned({ name, value, lineStart, quote, after }: Assignment): boolean {
  if (name.startsWith('-') || FLAG.test(lineStart)) return true;
  if (SCHEME_NAME.test(name)) return quote === '' && (value.length >= 16 || /^basic$/i.test(name));
  if (quote !== '') return QUOTES_BEHIND.test(name) || DEFINE.test(lineStart);
  return SETS.test(lineStart) || (PASS_NAME.test(name) && BLANK.test(lineStart) && /^[ \t]*(?:\r?\n|$)/.test(after));
}

// Whether it can, whatever stands behind it: in prose, where most blanks are, no value has to be read.
function mayBlankAssign(name: string, lineStart: string): boolean {
  return (
    DEFINE.test(lineStart) ||
    name.startsWith('-') ||
    FLAG.test(lineStart) ||
    SCHEME_NAME.test(name) ||
    QUOTES_BEHIND.test(name) ||
    SETS.test(lineStart)
  );
}

const FLAG = /(?:^|[ \t"'])--?$/;
const SCHEME_NAME = /^(?:bearer|basic)$/i;
const QUOTES_BEHIND = /^(?:password|.*totp.*|.*hotp.*)$/i;
const DEFINE = /^[ \t]*(?:#[ \t]*define[ \t]+)?$/;
const SETS = /^[ \t]*ENV[ \t]|machine[ \t]|identified[ \t]+by/i;
const PASS_NAME = /pass(?:word|wd)?$/i;
const BLANK = /^[ \t]*$/;
