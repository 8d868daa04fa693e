// The name around a keyword, and what assigns behind it: `=`, `:`, `=>`, a parenthesis, a tag, a blank, in any language. Pure.

import type { Span } from '../types.js';
import { NAME_BYTES } from './delta-layout.js';

/** Of a name, and where reading it ended: trailing punctuation is read and left out. */
export type NameSpan = Span & { readEnd: number };

/** The name that a keyword stands in. */
export function nameAround(text: string, hit: { start: number; length: number }): NameSpan {
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

/** For each byte 1: stands in names. */
export const NAME_CHARS = new Uint8Array(256);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.$')
  NAME_CHARS[char.charCodeAt(0)] = 1;

function isNameChar(code: number): boolean {
  return NAME_CHARS[code] === 1;
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

/** For each byte 1: an operator may begin with it. */
export const BEGINS = new Uint8Array(256);
for (const char of '\\"\'`&*][ \t\n\r\v\f\xa0:,=!?|+(>%<vV') BEGINS[char.charCodeAt(0)] = 1;

/** Whether any of these patterns can begin at a place: most names are followed by something else. */
export function mayBeOperator(text: string, at: number): boolean {
  return BEGINS[text.charCodeAt(at)] === 1;
}

// Terraform: `variable "db_password" { default = "…" }`
const VARIABLE_NAME = /variable[ \t]{1,4}"$/;
const VARIABLE = /"\s{0,20}\{[^{}]{0,160}?\bdefault[ \t]{0,20}=[ \t]{0,20}(?=")/y;

export type Operator = {
  sign: string;
  end: number;
  isNameQuoted: boolean;
  isSpaced: boolean;
  isFallback: boolean; // `??` or `||`, which stands for `=`
};

/** What stands behind a name and may assign; null: nothing does. */
export function operatorAt(text: string, name: Span): Operator | null {
  const first = text.charAt(name.end);
  PAIR.lastIndex = name.end;
  if (PAIR.test(text) && PAIR_NAME.test(text.slice(Math.max(0, name.start - PAIR_NAME_BYTES), name.start)))
    return operator('value', PAIR.lastIndex, { isNameQuoted: true });
  if (first === '"') {
    VARIABLE.lastIndex = name.end;
    if (VARIABLE.test(text) && VARIABLE_NAME.test(text.slice(Math.max(0, name.start - 16), name.start)))
      return operator('=', VARIABLE.lastIndex, { isNameQuoted: true, isSpaced: true });
  }
  if (first === '<') {
    PLIST.lastIndex = name.end;
    return PLIST.test(text) ? operator('>', PLIST.lastIndex) : null;
  }
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
  return operator(sign, OPERATOR.lastIndex, { isNameQuoted: close !== '', isSpaced: space !== '', isFallback });
}

function operator(
  sign: string,
  end: number,
  { isNameQuoted = false, isSpaced = false, isFallback = false }: Partial<Operator> = {},
): Operator {
  return { sign, end, isNameQuoted, isSpaced, isFallback };
}
