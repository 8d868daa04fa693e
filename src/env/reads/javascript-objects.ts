// JavaScript: variables read through an object: `const { A, B = 'd' } = process.env`, `const env = process.env; env.A`, and what
// SvelteKit and `node:process` give under a name. Pure.

import type { ReadForm } from '../types.js';
import { type Code, entriesOf } from './brackets.js';
import type { Report } from './report.js';
import type { Token } from './tokenise.js';

type Source = { form: ReadForm; first: number; next: number }; // tokens [first, next) are the object of all variables

const SOURCES: readonly { form: ReadForm; words: readonly string[] }[] = [
  { form: 'process.env', words: ['process', '.', 'env'] },
  { form: 'import.meta.env', words: ['import', '.', 'meta', '.', 'env'] },
  { form: 'Deno.env', words: ['Deno', '.', 'env', '.', 'toObject', '(', ')'] },
  { form: 'Bun.env', words: ['Bun', '.', 'env'] },
  { form: 'import.meta.env', words: ['loadEnv', '('] },
];
const BEGINS = new Set(['from', ...SOURCES.map(({ words }) => words[0] ?? '')]);
const FALLBACK = new Set(['??', '||', '?', '===', '!==', '==', '!=', '&&', '??=', '||=']);

/** Reports reads that go through a pattern of names or through another name of the object. */
export function findObjectReads(code: Code, report: Report): void {
  const { tokens } = code;
  const aliases = new Map<string, ReadForm>();
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.kind !== 'word' || !BEGINS.has(tokens[i]?.text ?? '')) continue;
    findImports(code, i, aliases, report);
    const source = sourceAt(tokens, i);
    if (source) useSource(code, source, aliases, report);
    else if (isProcess(tokens, i)) readProcessPattern(code, i, aliases, report);
  }
  if (aliases.size > 0) readAliases(code, aliases, report);
}

function sourceAt(tokens: readonly Token[], at: number): Source | null {
  if (tokens[at]?.kind !== 'word') return null;
  for (const { form, words } of SOURCES) {
    if (words.every((word, i) => tokens[at + i]?.text === word)) return { form, first: at, next: at + words.length };
  }
  return null;
}

// `{ … } = process.env`, `env = process.env`, `env: NodeJS.ProcessEnv = process.env`, `'A' in process.env`
function useSource(code: Code, { form, first, next }: Source, aliases: Map<string, ReadForm>, report: Report): void {
  const { tokens } = code;
  const before = tokens[first - 1];
  const text = (at: number) => tokens[at]?.text ?? '';
  if (before?.text === 'in' && tokens[first - 2]?.kind === 'string') {
    const token = tokens[first - 2];
    if (token) report.add({ name: token.text, at: token.start, form, isOptional: true });
  }
  if (before?.text !== '=' || /^(?:\.|\?\.|\[)$/.test(text(next))) return;
  if (text(first - 2) === '}') readPattern(code, first - 2, form, report);
  else {
    const name = nameOfDeclaration(tokens, first - 2);
    const isOfOther = name === text(first - 2) && text(first - 3) === '.' && text(first - 4) !== 'this';
    if (name !== null && !isOfOther) aliases.set(name, form);
  }
}

// Back over a type annotation to the name that is declared.
function nameOfDeclaration(tokens: readonly Token[], at: number): string | null {
  if (tokens[at]?.kind !== 'word') return null;
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const text = tokens[i]?.text ?? '';
    if (/^(?:const|let|var)$/.test(text)) return tokens[i + 1]?.text ?? null;
    if (/^[;{}]$/.test(text)) break;
    if (text === ':' && tokens[i - 1]?.kind === 'word') return tokens[i - 1]?.text ?? null;
  }
  return tokens[at]?.text ?? null;
}

function isProcess(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'process' && tokens[at - 1]?.text === '=' && !/^\??\.$/.test(tokens[at + 1]?.text ?? '');
}

// `const { env: { A } } = process`, `const { env } = process`
function readProcessPattern(code: Code, at: number, aliases: Map<string, ReadForm>, report: Report): void {
  const { tokens, pairs } = code;
  const text = (at: number) => tokens[at]?.text ?? '';
  if (text(at - 2) !== '}') return;
  for (const i of entriesOf(code, pairs[at - 2] ?? -1)) {
    if (text(i) !== 'env') continue;
    if (text(i + 1) !== ':') aliases.set('env', 'process.env');
    else if (text(i + 2) === '{') readPattern(code, pairs[i + 2] ?? -1, 'process.env', report);
    else aliases.set(text(i + 2), 'process.env');
  }
}

function readPattern(code: Code, close: number, form: ReadForm, report: Report): void {
  for (const i of entriesOf(code, code.pairs[close] ?? -1)) {
    const token = code.tokens[i];
    if (token?.kind === 'word' || token?.kind === 'string') addKey(code.tokens, i, form, report);
    else if (token && token.text !== '}') report.addDynamic(token.start, form);
  }
}

// `A`, `A = 'd'`, `A: a`, `A: a = 'd'`
function addKey(tokens: readonly Token[], at: number, form: ReadForm, report: Report): void {
  const token = tokens[at];
  if (!token) return;
  const sign = tokens[at + 1]?.text;
  const isOptional = sign === '=' || (sign === ':' && tokens[at + 3]?.text === '=');
  report.add({ name: token.text, at: token.start, form, isOptional });
}

// `import { A } from '$env/static/private'`, `import { env } from '$env/dynamic/private'`, `import { env } from 'node:process'`
function findImports(code: Code, at: number, aliases: Map<string, ReadForm>, report: Report): void {
  const { tokens, pairs } = code;
  const [from, module] = [tokens[at], tokens[at + 1]];
  if (from?.text !== 'from' || module?.kind !== 'string' || tokens[at - 1]?.text !== '}') return;
  const form: ReadForm = module.text.startsWith('$env/') ? 'sveltekit-env' : 'process.env';
  if (form === 'process.env' && !/^(?:node:)?process$/.test(module.text)) return;
  for (const i of entriesOf(code, pairs[at - 1] ?? -1)) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const local = tokens[i + 1]?.text === 'as' ? (tokens[i + 2]?.text ?? '') : token.text;
    if (token.text === 'env') aliases.set(local, form);
    else if (module.text.startsWith('$env/static/')) addKey(tokens, i, form, report);
  }
}

function readAliases(code: Code, aliases: ReadonlyMap<string, ReadForm>, report: Report): void {
  const { tokens } = code;
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]?.kind === 'word' ? aliases.get(tokens[i]?.text ?? '') : undefined;
    if (form === undefined) continue;
    if (/^\??\.$/.test(tokens[i - 1]?.text ?? '') && tokens[i - 2]?.text !== 'this') continue; // of another object
    const sign = tokens[i + 1]?.text;
    const [key, next] = [tokens[i + 2], tokens[i + 3]?.text ?? ''];
    if ((sign === '.' || sign === '?.') && key?.kind === 'word') addAliased(key, next, form, report);
    else if (sign === '[' && next === ']' && key?.kind === 'string') {
      addAliased(key, tokens[i + 4]?.text ?? '', form, report);
    } else if (sign === '[' && key) report.addDynamic(key.start, form);
    else if (tokens[i - 1]?.text === '=' && tokens[i - 2]?.text === '}') readPattern(code, i - 2, form, report);
  }
}

function addAliased(key: Token, next: string, form: ReadForm, report: Report): void {
  // A method of the object, or a variable that is set.
  if (next === '(' || next === '=' || !/^[A-Za-z_]\w*$/.test(key.text)) return;
  report.add({ name: key.text, at: key.start, form, isOptional: FALLBACK.has(next) });
}
