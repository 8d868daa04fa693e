// Ruby, PHP and Elixir. Pure.

import type { Language } from './match-forms.js';
import { C_COMMENTS, long, type Special, type Token } from './tokenise.js';

const RUBY_BEFORE_EXPRESSION =
  /^(?:return|if|unless|elsif|while|until|and|or|not|in|when|then|puts|match\?|split|gsub|sub|scan)$/;
const SLASHED = /\/(?:[^\\/\n]|\\[^\n])+\/[a-z]*/y;

export const ruby: Language = {
  keywords: ['ENV', 'env('],
  syntax: {
    lineComments: ['#'],
    blockComments: [],
    literals: [long('"', '"', ['#{', '}']), long("'"), long('`', '`', ['#{', '}'])],
    special: { signs: '/<%?=', end: endOfRubySpecial },
  },
  forms: [
    { form: 'ruby-env', pattern: "ENV [ 'name'" },
    { form: 'ruby-env', pattern: "ENV . fetch ( 'name'", isRaising: true },
    { form: 'ruby-env', pattern: "ENV . fetch 'name'", isRaising: true },
    { form: 'ruby-env', pattern: "ENV . key|has_key|include ? ( 'name'", isAlwaysOptional: true },
    { form: 'ruby-env', pattern: "ENV . dig|slice|values_at ( 'name'" },
  ],
  defaultSigns: ['||', '||=', 'or', '==', '!=', '?', '&&'],
  defaultMethods: ['presence', 'present', 'nil', 'blank', 'to_s'],
  joins: ['+', '%'],
  helper: 'ruby-env',
  extra: ({ tokens, pairs }, report) => {
    // `ENV.fetch('X') { 'd' }`
    tokens.forEach((token, i) => {
      if (token.text !== 'fetch' || tokens[i - 2]?.text !== 'ENV' || tokens[i + 2]?.kind !== 'string') return;
      const [name, close] = [tokens[i + 2], pairs[i + 1] ?? -1];
      if (!name || close !== i + 3 || !/^(?:\{|do)$/.test(tokens[close + 1]?.text ?? '')) return;
      if (/^\w+$/.test(name.text)) report.add({ name: name.text, at: name.start, form: 'ruby-env', isOptional: true });
    });
  },
};

const HEREDOC = /<<[~-]?(["'`]?)([A-Z_]\w*)\1/y;
const PERCENT = /%[wWiIqQ]?([[({<|!])/y;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

function endOfRubySpecial(text: string, at: number, before: readonly Token[]): number | null {
  const sign = text.charAt(at);
  const previous = before.at(-1);
  const isValue = previous !== undefined && !isBeforeExpression(previous);
  if (sign === '<') return endOfHeredoc({ text, at, before }, HEREDOC);
  if (sign === '=') return endOfBlockComment(text, at);
  if (sign === '?') return /^\?\S(?!\w)/.test(text.slice(at, at + 3)) && !isValue ? at + 2 : null; // the character ?"
  if (isValue) return null;
  const found = matchAt(sign === '/' ? SLASHED : PERCENT, text, at);
  if (!found || sign === '/') return found ? at + found[0].length : null;
  const close = text.indexOf(CLOSING[found[1] ?? ''] ?? found[1] ?? '', at + found[0].length);
  return close === -1 ? null : close + 1;
}

// From `=begin` at the start of a line to the line that begins with `=end`.
function endOfBlockComment(text: string, at: number): number | null {
  if (!text.startsWith('=begin', at) || (at > 0 && text.charAt(at - 1) !== '\n')) return null;
  const end = text.indexOf('\n=end', at);
  return end === -1 ? text.length : end + 5;
}

function isBeforeExpression({ kind, text }: Token): boolean {
  if (kind === 'word') return RUBY_BEFORE_EXPRESSION.test(text);
  return kind === 'sign' && !/^[)\]}]$/.test(text);
}

type Site = { text: string; at: number; before: readonly Token[] };

// Words that no line of a file begins with, so that ten thousand openings of one do not search its rest ten thousand times.
const unended = new WeakMap<readonly Token[], Set<string>>();

// The rest of the line is lost, which holds seldom more than a bracket.
function endOfHeredoc({ text, at, before }: Site, pattern: RegExp): number | null {
  const found = matchAt(pattern, text, at);
  const word = found?.[2] ?? '';
  if (!found || unended.get(before)?.has(word)) return null;
  const end = new RegExp(`^[ \\t]*${word}\\b`, 'gm');
  end.lastIndex = at + found[0].length;
  const close = end.exec(text);
  if (close) return close.index + close[0].length;
  unended.set(before, (unended.get(before) ?? new Set()).add(word));
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const PHP_HEREDOC = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1/y;
const phpSpecial: Special = {
  signs: '<#',
  end: (text, at, before) => {
    if (text.startsWith('#[', at)) return at + 2; // an attribute, no comment
    if (text.startsWith('#', at)) return Math.max(text.indexOf('\n', at), at + 1);
    return endOfHeredoc({ text, at, before }, PHP_HEREDOC);
  },
};

export const php: Language = {
  keywords: ['$_ENV', 'getenv', 'env(', 'Env::', '_env('],
  syntax: {
    ...C_COMMENTS,
    literals: [long('"', '"', ['{$', '}']), long("'")],
    special: phpSpecial,
  },
  forms: [
    { form: 'php-env', pattern: "$_ENV [ 'name'" },
    { form: 'php-env', pattern: "getenv ( 'name'", isBare: true },
    { form: 'laravel-env', pattern: "env ( 'name'", isBare: true },
    { form: 'laravel-env', pattern: "Env :: get|getOrFail ( 'name'" },
  ],
  defaultSigns: ['??', '?:', '||', '?', '===', '==', '!==', '!=', '&&', '??='],
  defaultMethods: [],
  joins: ['.'],
  helper: 'php-env',
  extra: null,
};

export const elixir: Language = {
  keywords: ['System.'],
  syntax: {
    lineComments: ['#'],
    blockComments: [],
    literals: [
      long('"""', '"""', ['#{', '}']),
      long("'''", "'''", ['#{', '}']),
      long('"', '"', ['#{', '}']),
      long("'", "'", ['#{', '}']),
    ],
    special: { signs: '~?', end: endOfSigil },
  },
  forms: [
    { form: 'elixir-env', pattern: "System . get_env ( 'name'" },
    { form: 'elixir-env', pattern: "System . fetch_env ! ( 'name'", isRaising: true },
    { form: 'elixir-env', pattern: "System . fetch_env ( 'name'", isAlwaysOptional: true },
    { form: 'elixir-env', pattern: "System . get_env 'name'" },
  ],
  defaultSigns: ['||', '==', '!=', '&&'],
  defaultMethods: [],
  joins: ['<>'],
  helper: 'elixir-env',
  extra: null,
};

function endOfSigil(text: string, at: number): number | null {
  if (text.charAt(at) === '?') return /^\?["'#]/.test(text.slice(at, at + 2)) ? at + 2 : null;
  const [head = '', sign = ''] = /^~[a-zA-Z]+("""|[^\w\s])/.exec(text.slice(at, at + 12)) ?? [];
  if (head === '') return null;
  const close = text.indexOf(CLOSING[sign] ?? sign, at + head.length);
  return close === -1 ? null : close + (CLOSING[sign] ?? sign).length;
}
