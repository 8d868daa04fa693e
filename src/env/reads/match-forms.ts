// Finds the forms of a language in its tokens: short patterns such as `os . getenv ( 'name'`, and what follows says whether there is a
// default. Pure.

import type { ReadForm } from '../types.js';
import { type Code, pairBrackets } from './brackets.js';
import type { Report } from './report.js';
import { type Syntax, type Token, tokenise } from './tokenise.js';
import { findWrappers, type Unknown } from './wrappers.js';

/**
 * One way to read a variable.
 *
 * `pattern`: words and signs between blanks, `a|b` for either; at its end `'name'` (a literal) or `$name` (a word). `isBare`: a
 * function of its own, no method. `isUpper`: other names than upper case are something else. `isRaising`: it fails where nothing is
 * set, whatever stands behind it. `needs`: must be in the file.
 */
export type CodeForm = {
  form: ReadForm;
  pattern: string;
  isBare?: true;
  isUpper?: true;
  isRaising?: true;
  isAlwaysOptional?: true;
  needs?: RegExp;
};

/** A language: what must be in a file for it to be looked at, how it is written, and what follows a read that has a default. */
export type Language = {
  keywords: readonly string[];
  syntax: Syntax;
  forms: readonly CodeForm[];
  defaultSigns: readonly string[]; // `??` behind the read
  defaultMethods: readonly string[]; // `.unwrap_or(` behind the read
  joins: readonly string[]; // signs that make a longer text of two: the name is not known
  helper: ReadForm | null; // a call of somebody's own `getEnv('X')`
  extra: ((code: Code, report: Report) => void) | null;
};

type Compiled = { form: CodeForm; atoms: readonly ReadonlySet<string>[]; isMember: boolean; isEnclosed: boolean };

const NAME = /^[A-Za-z_]\w*$/;
const UPPER = /^[A-Z][A-Z0-9_]*$/;
const HELPER =
  /^(?:get|require|must|read|load|fetch|lookup|need|optional|check|parse)_?env(?:ironment)?(?:_?(?:or|var|variable|value|default|with|string|str|int|integer|number|bool|boolean|as|required|throw|fail|exit|panic)\w*)?$|^(?:env(?:ironment)?_?(?:or|var|variable|string|str|int|bool|required|must|default)\w*)$|^(?:must|required?|optional)_?getenv$/i;
const DEFINES = new Set(['function', 'def', 'fn', 'func', 'fun', 'defp', 'new', 'class', 'import']);
const FAILS = new Set(['raise', 'throw', 'error', 'die', 'exit', 'abort', 'fail', 'panic', 'sys']); // what is no default: `|| raise`
const MEMBERS = new Set(['.', '?.', '->', '?->', '::']);

const compiled = new WeakMap<Language, ReadonlyMap<string, readonly Compiled[]>>();

/** Reports every read that one of the language's forms finds. */
export function matchForms(language: Language, report: Report): void {
  const tokens = tokenise(report.text, language.syntax);
  const code = { tokens, pairs: pairBrackets(tokens) };
  language.extra?.(code, report);
  // Asked once for a file at most: a word that begins a form may stand in it ten thousand times.
  const answers = new Map<RegExp, boolean>();
  const has = (needed: RegExp) => {
    const answer = answers.get(needed) ?? needed.test(report.text);
    answers.set(needed, answer);
    return answer;
  };
  const forms = formsOf(language);
  const unknown: Unknown[] = [];
  const file = { ...code, language, report, unknown };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    for (const { form, atoms, isMember, isEnclosed } of forms.get(token.text) ?? []) {
      if (!fits(tokens, i, atoms) || (form.needs && !has(form.needs)) || (form.isBare && isPartOfMore(tokens, i)))
        continue;
      if (!isMember && !isEnclosed && tokens[i + atoms.length]?.kind !== 'string') continue;
      readName({ ...file, first: i, at: i + atoms.length }, form, isMember);
    }
    if (language.helper && isHelperCall(tokens, i)) {
      const form: CodeForm = { form: language.helper, pattern: '', isUpper: true };
      readName({ ...file, first: i, at: i + 2 }, form, false);
    }
  }
  readWrapped(file);
}

// Calls of functions that hand their parameter on to a read.
function readWrapped(file: File): void {
  const { tokens, unknown } = file;
  const wrappers = unknown.length > 0 ? findWrappers(file, unknown) : new Map<string, ReadForm>();
  if (wrappers.size === 0) return;
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]?.kind === 'word' ? wrappers.get(tokens[i]?.text ?? '') : undefined;
    if (form === undefined || tokens[i + 1]?.text !== '(' || tokens[i + 2]?.kind !== 'string') continue;
    if (!isPartOfMore(tokens, i))
      readName({ ...file, first: i, at: i + 2 }, { form, pattern: '', isUpper: true }, false);
  }
}

function formsOf(language: Language): ReadonlyMap<string, readonly Compiled[]> {
  const known = compiled.get(language);
  if (known) return known;
  const forms = new Map<string, Compiled[]>();
  for (const form of language.forms) {
    const parts = form.pattern.split(' ');
    const atoms = parts.slice(0, -1).map(part => new Set(part.split('|')));
    const isEnclosed = /^[([]$/.test(parts.at(-2) ?? '');
    const entry = { form, atoms, isMember: parts.at(-1) === '$name', isEnclosed };
    for (const first of atoms[0] ?? []) {
      forms.set(first, [...(forms.get(first) ?? []), entry]);
    }
  }
  compiled.set(language, forms);
  return forms;
}

function fits(tokens: readonly Token[], at: number, atoms: readonly ReadonlySet<string>[]): boolean {
  return atoms.every((atom, i) => {
    const token = tokens[at + i];
    return token !== undefined && (token.kind === 'word' || token.kind === 'sign') && atom.has(token.text);
  });
}

function isPartOfMore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return MEMBERS.has(before) || DEFINES.has(before);
}

function isHelperCall(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return (
    tokens[at + 1]?.text === '(' &&
    tokens[at + 2]?.kind === 'string' &&
    HELPER.test(text) &&
    !DEFINES.has(tokens[at - 1]?.text ?? '')
  );
}

type File = Code & { language: Language; report: Report; unknown: Unknown[] };
type Site = File & { first: number; at: number };

function readName(site: Site, form: CodeForm, isMember: boolean): void {
  const { tokens, at, language, report } = site;
  const token = tokens[at];
  if (!token || token.text === ')' || tokens[site.first - 1]?.text === 'delete') return;
  const after = tokens[at + 1]?.text ?? '';
  const isLiteral = token.kind === 'string' && !/[${%]/.test(token.text) && !language.joins.includes(after);
  const isKnown = isMember ? token.kind === 'word' : isLiteral;
  if (!isKnown) {
    if (!isMember) report.addDynamic(token.start, form.form);
    if (!isMember && token.kind === 'word') site.unknown.push({ at, form: form.form });
    return;
  }
  if (!(form.isUpper ? UPPER : NAME).test(token.text) || isWrite(site, isMember)) return;
  const isOptional = form.isAlwaysOptional === true || hasDefault(site, form, isMember);
  report.add({ name: token.text, at: token.start, form: form.form, isOptional });
}

// Index of the first token behind the whole read.
function endOfRead({ at }: Site, isMember: boolean): number {
  return isMember ? at + 1 : at + 2;
}

function isWrite(site: Site, isMember: boolean): boolean {
  const isIndex = isMember || site.tokens[site.at + 1]?.text === ']';
  return isIndex && site.tokens[endOfRead(site, isMember)]?.text === '=';
}

function hasDefault(site: Site, form: CodeForm, isMember: boolean): boolean {
  const { tokens, at } = site;
  if (!isMember && tokens[at + 1]?.text === ',') return hasDefaultArgument(site, at + 2);
  if (form.isRaising) return false;
  if (isAsked(site)) return true;
  let end = endOfRead(site, isMember);
  if (isFallback(site, end)) return true;
  // `parseInt(process.env.PORT, 10) || 3000`, `Number(…) || 3000`
  if (tokens[end]?.text === ',' && tokens[end + 2]?.text === ')') end += 2;
  return tokens[end]?.text === ')' && isFallback(site, end + 1);
}

function isFallback({ tokens, language }: Site, at: number): boolean {
  const sign = tokens[at]?.text ?? '';
  if (tokens[at]?.kind !== 'string' && language.defaultSigns.includes(sign))
    return !FAILS.has(tokens[at + 1]?.text ?? '');
  return MEMBERS.has(sign) && language.defaultMethods.includes(tokens[at + 1]?.text ?? '');
}

const MOST_TOKENS = 300; // of a call's arguments, but for what stands in brackets of its own: it may never end

/** Is there a default among a call's arguments from here on? By its name where arguments have names: `cast=int` is none. */
export function hasDefaultArgument({ tokens, pairs }: Code, from: number): boolean {
  const isNamed = (at: number) => tokens[at]?.kind === 'word' && /^[=:]$/.test(tokens[at + 1]?.text ?? '');
  const end = Math.min(tokens.length, from + MOST_TOKENS);
  for (let i = from; i < end && !(tokens[i]?.kind === 'sign' && /^[)\]}]$/.test(tokens[i]?.text ?? '')); i++) {
    if (isNamed(i) && /^default(?:_?factory|value)?$/i.test(tokens[i]?.text ?? '')) return true;
    i = Math.max(i, pairs[i] ?? i); // past what stands in brackets
  }
  return tokens[from]?.text !== ')' && !isNamed(from);
}

// `if (process.env.X) …`: the program lives without it. `if (!process.env.X)` most often throws.
function isAsked({ tokens, first }: Site): boolean {
  const before = tokens[first - 1]?.text;
  return before === 'if' || before === 'elif' || (before === '(' && tokens[first - 2]?.text === 'if');
}
