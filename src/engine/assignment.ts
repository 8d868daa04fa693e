// The generic rules: a name that says "secret", an operator, and a value. Finds the name around a keyword, reads what is
// assigned to it in any language, and asks judge-name and judge-value. Looks at most 1200 bytes ahead and 264 back. Pure.

import type { Rule } from '../rule.js';
import type { Span } from '../types.js';
import { type Look, lookForLine, lookForName, lookForOperator, lookForValue, type Read } from './assignment-look.js';
import type { Outcome } from './evaluate.js';
import { judgeName, type NameVerdict } from './judge-name.js';
import { judgeValue, type SecretName, type ValueVerdict } from './judge-value.js';
import { isInList, readValue, restOfList } from './read-value.js';

/** Of a name. */
export const NAME_BYTES = 64; // on either side of the keyword
/** Context. */
export const BEFORE_BYTES = 200; // in front of the name, for context
/** Context. */
export const AFTER_BYTES = 80; // behind the value, for context
const LIST_BYTES = 1100; // from the keyword to the end of the last value of a list

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

/** A value with a name, and what it is taken for. */
export type Candidate = { assignment: Assignment; verdict: ValueVerdict };

/**
 * Reads what stands at a keyword hit, for all generic rules together: the value, or each value of a list.
 *
 * @param how.look is made smaller where less was looked at than is allowed: most names are not followed by anything that assigns
 * @param how.saysWhy values whose names do not say "secret" are wanted, too; without, their values are not read
 */
export function candidatesAt(
  text: string,
  hit: { start: number; length: number },
  { look = null, saysWhy = false }: { look?: Look | null; saysWhy?: boolean } = {},
): readonly Candidate[] {
  const name = nameAround(text, hit);
  const said = verdictOn(text.slice(name.start, name.end));
  if (!said.isSecret && !saysWhy) {
    if (look) lookForName(look, { name, hit });
    return NONE;
  }
  const assignment = readBehind(text, { name, hit }, look);
  if (!assignment) return NONE;
  const others = restOfList(text, assignment, hit.start + LIST_BYTES);
  const judged = (one: Assignment): Candidate => ({
    assignment: one,
    verdict: said.isSecret ? judge(text, one, said) : { kind: 'none', reason: said.reason },
  });
  if (others.length === 0) return [judged(assignment)];
  const after = ({ end }: Span) => text.slice(end, end + AFTER_BYTES);
  return [assignment, ...others.map(other => ({ ...assignment, ...other, after: after(other.span) }))].map(judged);
}

const NONE: readonly Candidate[] = [];

/** What a generic rule makes of a candidate; null: it is of another rule's kind. */
export function outcomeOf(rule: Rule, { assignment: { span, value }, verdict }: Candidate): Outcome | null {
  if (verdict.kind === 'none') return new Dropped(span, verdict);
  // One assignment, three rules: each takes its own kind of value.
  if (verdict.kind !== kindOf(rule.id)) return null;
  const { kind, confidence, reasons } = verdict;
  return { kept: true, span, value, confidence, reasons, rank: kind === 'weak' ? 0 : 1 };
}

/** Few ask for the reason, and it takes longer than the judgement. */
class Dropped {
  readonly kept = false;
  readonly span: Span;
  readonly #verdict: { readonly reason: string };

  constructor(span: Span, verdict: { readonly reason: string }) {
    this.span = span;
    this.#verdict = verdict;
  }

  get dropped(): string {
    return this.#verdict.reason;
  }
}

const MAX_NAMES = 20_000;
const names = new Map<string, NameVerdict>();

function verdictOn(name: string): NameVerdict {
  const known = names.get(name);
  if (known) return known;
  if (names.size >= MAX_NAMES) names.clear();
  const verdict = judgeName(name);
  names.set(name, verdict);
  return verdict;
}

// The versions of a file have the same lines: what was judged once is known. A judgement looks at nothing but this text and what it is
// divided into.
function judge(text: string, assignment: Assignment, name: SecretName): ValueVerdict {
  const { nameSpan, span } = assignment;
  const from = Math.max(0, nameSpan.start - BEFORE_BYTES);
  const places = `${nameSpan.start - from} ${nameSpan.end - from} ${span.start - from} ${span.end - from} `;
  const key = places + text.slice(from, span.end + AFTER_BYTES);
  const known = judged.get(key);
  if (known) return known;
  if (judged.size >= MAX_JUDGED) judged.clear();
  const verdict = judgeValue(assignment, name);
  judged.set(key, verdict);
  return verdict;
}

const MAX_JUDGED = 20_000; // of about half a kilobyte
const judged = new Map<string, ValueVerdict>();

function kindOf(ruleId: string): 'secret' | 'password' | 'weak' {
  if (ruleId === 'generic-weak-password') return 'weak';
  return ruleId === 'generic-password' ? 'password' : 'secret';
}

/** Reads `name operator value` around a keyword hit; null when nothing is assigned there. */
export function readAssignment(text: string, hit: { start: number; length: number }): Assignment | null {
  return readBehind(text, { name: nameAround(text, hit), hit }, null);
}

function readBehind(text: string, { name, hit }: Read, look: Look | null): Assignment | null {
  if (MAY_ASSIGN[text.charCodeAt(name.end)] !== 1) {
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
  const onlyQuoted = operator.sign === ',' || operator.sign === '(' || operator.isFallback === true;
  const isLine = operator.sign !== ' ' && ALONE.test(lineStart);
  const value = readValue(text, operator.end, { onlyQuoted, isLine });
  if (look)
    lookForValue(look, text, { name, hit, operator, value: value && { ...value, isInList: isInList(text, value) } });
  if (!value || isNextInList(text, operator, value.span.start, lineStart)) return null;
  const read: Assignment = {
    name: written,
    nameSpan: name,
    isNameQuoted: operator.isNameQuoted,
    isSpaced: operator.isSpaced,
    operator: operator.sign,
    ...value,
    ...stripScheme(value),
    lineStart,
    before,
    after: text.slice(value.span.end, value.span.end + AFTER_BYTES),
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

/** Of a name, and where reading it ended: trailing punctuation is read and left out. */
export type NameSpan = Span & { readEnd: number };

function nameAround(text: string, hit: { start: number; length: number }): NameSpan {
  let { start } = hit;
  let end = start + hit.length;
  while (end > start && !isNameChar(text.charCodeAt(end - 1))) end--; // keywords such as `key=` bring their operator
  while (start < end && !isNameChar(text.charCodeAt(start))) start++;
  const least = end;
  while (start > 0 && hit.start - start < NAME_BYTES && isNameChar(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - hit.start < NAME_BYTES && isNameChar(text.charCodeAt(end))) end++;
  const readEnd = end;
  // `config.api-key.` at a sentence's end, `--token-`: trailing punctuation is not part of a name.
  while (end > least && /[.$-]/.test(text.charAt(end - 1))) end--;
  return { start, end, readEnd };
}

/** Whether a name goes on with this character. */
export function isNameChar(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x24
  );
}

// After the name: closing quotes and brackets, a type, then what assigns.
const OPERATOR =
  /(\\{0,3}["'`]|&(?:quot|#39|#34);|\*{1,2}|["'`]?\])?(?:\[\d{0,5}\](?=[ \t]{0,4}=))?(?:[ \t]{0,40}:[ \t]{0,4}(?!(?:Digest|OAuth|Hawk|Signature|AWS4)\b)(?:[A-Za-z_][\w.<>[\]|? ]{0,40}?)(?=[ \t]{0,4}=[^=>])|,[ \t]{0,4}(?:_|err|ok)(?=[ \t]{0,4}:?=))?([ \t]{0,40})(===?|!==?|=>|:=|\?\?=?|\|\|=?|\?=|\+=|=|::|:|,|\(|>|%3[Dd]|[ \t])(?:\*{1,2}(?=[ \t]))?[ \t]{0,40}/y;
const PLIST = /<\/key>\s{0,64}<string>/y;
// `<add key="ApiKey" value="…"/>`, `- name: API_KEY\n  value: …`, `{"key": "token", "value": "…"}`
const PAIR = /\\?["']?[ \t]{0,8},?\s{0,64}\\?["']?value\\?["']?[ \t]{0,8}[:=][ \t]{0,8}/iy;
const PAIR_NAME = /(?:key|name)\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?$/i;
/** What PAIR_NAME looks at. */
export const PAIR_NAME_BYTES = 24; // in front of the name

// What any of these patterns can begin with: most names are followed by something else.
const MAY_ASSIGN = new Uint8Array(256);
for (const char of '\\"\'`&*][ \t\n\r\v\f\xa0:,=!?|+(>%<vV') MAY_ASSIGN[char.charCodeAt(0)] = 1;

// Terraform: `variable "db_password" { default = "…" }`
const VARIABLE = /"\s{0,20}\{[^{}]{0,160}?\bdefault[ \t]{0,20}=[ \t]{0,20}(?=")/y;

export type Operator = {
  sign: string;
  end: number;
  isNameQuoted: boolean;
  isSpaced: boolean;
  isFallback?: boolean;
};

function operatorAt(text: string, name: Span): Operator | null {
  PAIR.lastIndex = name.end;
  if (PAIR.test(text) && PAIR_NAME.test(text.slice(Math.max(0, name.start - PAIR_NAME_BYTES), name.start)))
    return { sign: 'value', end: PAIR.lastIndex, isNameQuoted: true, isSpaced: false };
  VARIABLE.lastIndex = name.end;
  if (VARIABLE.test(text) && /variable[ \t]{1,4}"$/.test(text.slice(Math.max(0, name.start - 16), name.start)))
    return { sign: '=', end: VARIABLE.lastIndex, isNameQuoted: true, isSpaced: true };
  PLIST.lastIndex = name.end;
  if (PLIST.test(text)) return { sign: '>', end: PLIST.lastIndex, isNameQuoted: false, isSpaced: false };
  OPERATOR.lastIndex = name.end;
  const found = OPERATOR.exec(text);
  if (!found) return null;
  const [, close = '', space = '', written = ''] = found;
  // `process.env.SECRET || "x"` gives the name a value as much as `=` does.
  const isFallback = written === '||' || written === '??';
  const sign = isFallback ? '=' : written === '\t' ? ' ' : written;
  // `f(password, "x")` says nothing of the name; `setdefault("SECRET_KEY", "x")` and `set :token, "x"` do.
  if (sign === ',' && close === '' && text.charAt(name.start - 1) !== ':') return null;
  if (sign === ' ' && close !== '') return null;
  return { sign, end: OPERATOR.lastIndex, isNameQuoted: close !== '', isSpaced: space !== '', isFallback };
}

// `Authorization: Bearer …`: the scheme is no part of the secret.
function stripScheme({ value, span }: { value: string; span: Span }): { value: string; span: Span } | null {
  const scheme =
    /^(?:Bearer|Basic|Token|OAuth|ApiKey|SharedKey|GenieKey|JWT)[ \t]{1,4}(?:token=)?(?=[^\s=]{6,}={0,2}$)/i.exec(
      value,
    )?.[0];
  return scheme === undefined
    ? null
    : { value: value.slice(scheme.length), span: { start: span.start + scheme.length, end: span.end } };
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
