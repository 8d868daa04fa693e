// The generic rules: a name that says "secret", an operator, and a value. Finds the name around a keyword, reads what is
// assigned to it in any language, and asks judge-name and judge-value. Looks at most 1200 bytes ahead and 264 back. Pure.

import type { Rule } from '../rule.js';
import type { Span } from '../types.js';
import { type Look, lookForOperator, lookForValue } from './assignment-look.js';
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

/**
 * Evaluates a generic rule at a keyword hit: the value, or each value of a list.
 *
 * @param look is made smaller where less was looked at than is allowed: most names are not followed by anything that assigns
 */
export function matchAssignment(
  rule: Rule,
  text: string,
  hit: { start: number; length: number },
  look: Look | null = null,
): Outcome[] {
  const assignment = readAssignment(text, hit, look);
  if (!assignment) return [];
  const others = restOfList(text, assignment, hit.start + LIST_BYTES).map(value => ({
    ...assignment,
    ...value,
    after: text.slice(value.span.end, value.span.end + AFTER_BYTES),
  }));
  return [assignment, ...others].flatMap(one => outcomeOf(rule, one) ?? []);
}

function outcomeOf(rule: Rule, assignment: Assignment): Outcome | null {
  const { span, value } = assignment;
  const name = verdictOn(assignment.name);
  if (!name.isSecret) return { kept: false, span, dropped: name.reason };
  const judged = judge(assignment, name);
  if (judged.kind === 'none') return new Dropped(span, judged);
  // One assignment, three rules: each takes its own kind of value.
  if (judged.kind !== kindOf(rule.id)) return null;
  const { kind, confidence, reasons } = judged;
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

// The versions of a file have the same lines, and rules of one keyword read the same assignment: what was judged once is known.
// An assignment holds everything that its judgement looks at.
function judge(assignment: Assignment, name: SecretName): ValueVerdict {
  const { isNameQuoted, isSpaced, operator, value, quote, call, lineStart, before, after } = assignment;
  const parts = [
    assignment.name,
    isNameQuoted,
    isSpaced,
    operator,
    value,
    quote,
    call,
    lineStart.length,
    before,
    after,
  ];
  const key = parts.join('\0');
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
export function readAssignment(
  text: string,
  hit: { start: number; length: number },
  look: Look | null = null,
): Assignment | null {
  const name = nameAround(text, hit);
  const operator = operatorAt(text, name);
  if (!operator) {
    if (look) lookForOperator(look, text, { name, hit });
    return null;
  }
  const before = text.slice(Math.max(0, name.start - BEFORE_BYTES), name.start);
  const lineStart = before.slice(before.lastIndexOf('\n') + 1);
  const onlyQuoted = operator.sign === ',' || operator.sign === '(' || operator.isFallback === true;
  const isLine = operator.sign !== ' ' && ALONE.test(lineStart);
  const value = readValue(text, operator.end, { onlyQuoted, isLine });
  if (look)
    lookForValue(look, text, { name, hit, operator, value: value && { ...value, isInList: isInList(text, value) } });
  if (!value || isNextInList(text, operator, value.span.start, lineStart)) return null;
  const read: Assignment = {
    name: text.slice(name.start, name.end),
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

function nameAround(text: string, hit: { start: number; length: number }): Span {
  let { start } = hit;
  let end = start + hit.length;
  while (end > start && !isNameChar(text.charCodeAt(end - 1))) end--; // keywords such as `key=` bring their operator
  while (start < end && !isNameChar(text.charCodeAt(start))) start++;
  const least = end;
  while (start > 0 && hit.start - start < NAME_BYTES && isNameChar(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - hit.start < NAME_BYTES && isNameChar(text.charCodeAt(end))) end++;
  // `config.api-key.` at a sentence's end, `--token-`: trailing punctuation is not part of a name.
  while (end > least && /[.$-]/.test(text.charAt(end - 1))) end--;
  return { start, end };
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
  if (name.startsWith('-') || /(?:^|[ \t"'])--?$/.test(lineStart)) return true;
  if (/^(?:bearer|basic)$/i.test(name)) return quote === '' && (value.length >= 16 || /^basic$/i.test(name));
  if (quote !== '')
    return /^(?:password|.*totp.*|.*hotp.*)$/i.test(name) || /^[ \t]*(?:#[ \t]*define[ \t]+)?$/.test(lineStart);
  return (
    /^[ \t]*ENV[ \t]|machine[ \t]|identified[ \t]+by/i.test(lineStart) ||
    (/pass(?:word|wd)?$/i.test(name) && /^[ \t]*$/.test(lineStart) && /^[ \t]*(?:\r?\n|$)/.test(after))
  );
}
