// Python: the fields of pydantic settings are variables: prefix and name, or the alias. Names count without case, so that they are
// given in upper case. Source: docs.pydantic.dev/latest/concepts/pydantic_settings. Pure.

import { type Code, entriesOf } from './brackets.js';
import type { Report } from './report.js';
import type { Token } from './tokenise.js';

type Body = { first: number; end: number; indent: number }; // tokens of a class

/** Reports the fields of every class that is BaseSettings or is made from such a class of the same file. */
export function findSettings(code: Code, report: Report): void {
  if (!report.text.includes('BaseSettings')) return;
  const settings = new Set(['BaseSettings']);
  const { tokens } = code;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.text !== 'class' || tokens[i + 2]?.text !== '(') continue;
    const bases = entriesOf(code, i + 2).map(at => baseName(tokens, at));
    if (!bases.some(base => settings.has(base))) continue;
    settings.add(tokens[i + 1]?.text ?? '');
    readFields(code, bodyOf(code, i, report.text), report);
  }
}

// `pydantic_settings.BaseSettings`
function baseName(tokens: readonly Token[], at: number): string {
  return (tokens[at + 1]?.text === '.' ? tokens[at + 2]?.text : tokens[at]?.text) ?? '';
}

function bodyOf({ tokens, pairs }: Code, at: number, text: string): Body {
  const outer = columnOf(text, tokens[at]?.start ?? 0);
  const first = Math.max(pairs[at + 2] ?? -1, at + 2) + 2; // behind `):`
  const indent = columnOf(text, tokens[first]?.start ?? 0);
  let end = first;
  while (end < tokens.length) {
    const token = tokens[end];
    if (token && isFirstOfLine(tokens, end, text) && columnOf(text, token.start) <= outer) break;
    end = Math.max(end, pairs[end] ?? end) + 1;
  }
  return { first, end, indent };
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function isFirstOfLine(tokens: readonly Token[], at: number, text: string): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token !== undefined && (!before || text.slice(before.end, token.start).includes('\n'));
}

function readFields(code: Code, body: Body, report: Report): void {
  const { tokens, pairs } = code;
  const starts: number[] = [];
  for (let i = body.first; i < body.end; i++) {
    const token = tokens[i];
    const isStart = token?.kind === 'word' && isFirstOfLine(tokens, i, report.text);
    if (isStart && columnOf(report.text, token.start) === body.indent) starts.push(i);
    i = Math.max(i, pairs[i] ?? i);
  }
  const { prefix, isCased } = configOf(tokens, body);
  starts.forEach((at, i) => {
    const [token, sign] = [tokens[at], tokens[at + 1]?.text];
    if (!token || sign !== ':' || !/^[A-Za-z]\w*$/.test(token.text)) return;
    if (/^(?:ClassVar|PrivateAttr)$/.test(tokens[at + 2]?.text ?? '') || token.text === 'model_config') return;
    const end = starts[i + 1] ?? body.end;
    const isOptional = hasDefault(code, at + 2, end);
    const aliases = aliasesOf(tokens, at + 2, end);
    const name = isCased ? prefix + token.text : (prefix + token.text).toUpperCase();
    if (aliases.length === 0) report.add({ name, at: token.start, form: 'pydantic', isOptional });
    // Any one of several names will do.
    const isAnyOf = isOptional || aliases.length > 1;
    for (const { text, start } of aliases) report.add({ name: text, at: start, form: 'pydantic', isOptional: isAnyOf });
  });
}

// `model_config = SettingsConfigDict(env_prefix='APP_')`, or `env_prefix = 'APP_'` in a class Config
function configOf(tokens: readonly Token[], body: Body): { prefix: string; isCased: boolean } {
  let prefix = '';
  let isCased = false;
  for (let i = body.first; i < body.end; i++) {
    const [key, sign, value] = [tokens[i]?.text, tokens[i + 1]?.text, tokens[i + 2]];
    if (!value || (sign !== '=' && sign !== ':')) continue;
    if (key === 'env_prefix' && value.kind === 'string') prefix = value.text;
    if (key === 'case_sensitive') isCased = value.text === 'True';
  }
  return { prefix, isCased };
}

// A default is anything behind `=` but `Field(…)` without one.
function hasDefault({ tokens, pairs }: Code, from: number, end: number): boolean {
  let at = from;
  while (at < end && tokens[at]?.text !== '=') at = Math.max(at, pairs[at] ?? at) + 1;
  if (at >= end) return false;
  if (tokens[at + 1]?.text !== 'Field') return tokens[at + 1]?.text !== '...';
  const entries = entriesOf({ tokens, pairs }, at + 2);
  return entries.some((entry, i) => {
    const isNamed = tokens[entry + 1]?.text === '=';
    if (isNamed) {
      return /^default(?:_factory)?$/.test(tokens[entry]?.text ?? '') && tokens[entry + 2]?.text !== '...';
    }
    return i === 0 && tokens[entry]?.text !== '...';
  });
}

// `validation_alias=AliasChoices('X', 'Y')` is what is read, else `alias='X'`, or `env='X'` of the first version.
function aliasesOf(tokens: readonly Token[], from: number, end: number): Token[] {
  for (const key of ['validation_alias', 'alias', 'env']) {
    for (let i = from; i < end; i++) {
      if (tokens[i]?.text !== key || tokens[i + 1]?.text !== '=') continue;
      if (tokens[i + 2]?.kind === 'string') return tokens.slice(i + 2, i + 3);
      const names = tokens.slice(i + 2, Math.min(end, i + 20));
      const close = names.findIndex(({ text }) => /^[)\]]$/.test(text));
      return names.slice(0, close === -1 ? names.length : close).filter(({ kind }) => kind === 'string');
    }
  }
  return [];
}
