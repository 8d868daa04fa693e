// Java, Kotlin, Scala, Groovy, C#, Go, Rust, C and C++, Swift, Dart, and Prisma's schema. Pure.

import type { CodeForm, Language } from './match-forms.js';
import type { Report } from './report.js';
import { C_COMMENTS, type Literal, long, quoted, raw, type Syntax, type Token } from './tokenise.js';

const NESTED_COMMENTS = { lineComments: ['//'], blockComments: [{ open: '/*', close: '*/', nests: true }] } as const;
// A quote that begins no character is a lifetime or a symbol.
const CHARACTER = /'(?:\\[^\n']*.|[^\\'\n]{1,2})'/y;

function characters(text: string, at: number): number | null {
  CHARACTER.lastIndex = at;
  const found = CHARACTER.exec(text);
  return at + (found ? found[0].length : 1);
}

const JVM_FORMS: readonly CodeForm[] = [
  { form: 'system-getenv', pattern: "System . getenv ( 'name'" },
  { form: 'system-getenv', pattern: "System . getenv ( ) . get|getOrDefault|containsKey ( 'name'" },
  { form: 'system-getenv', pattern: "System . getenv ( ) [ 'name'" },
  { form: 'system-getenv', pattern: 'System . env . $name', needs: /System\.env\./ },
  { form: 'sys.env', pattern: "sys . env ( 'name'", isRaising: true },
  { form: 'sys.env', pattern: "sys . env . get ( 'name'" },
  { form: 'sys.env', pattern: "sys . env . getOrElse ( 'name'" },
  { form: 'sys.env', pattern: "sys . env . contains ( 'name'", isAlwaysOptional: true },
  { form: 'system-getenv', pattern: "dotenv . get ( 'name'" },
  { form: 'system-getenv', pattern: "dotenv [ 'name'" },
];

function jvm(literals: readonly Literal[]): Language {
  return {
    keywords: ['getenv', 'sys.env', 'System.env', '@Value', 'dotenv', 'Env('],
    syntax: { ...NESTED_COMMENTS, literals, special: { signs: "'", end: characters } },
    forms: JVM_FORMS,
    defaultSigns: ['?:', '==', '!=', '?.', '?'],
    defaultMethods: ['orElse', 'orElseGet', 'getOrElse', 'orEmpty', 'isNullOrBlank', 'isNullOrEmpty', 'fold', 'orNull'],
    joins: ['+'],
    helper: 'system-getenv',
    extra: ({ tokens }, report) => findSpringValues(tokens, report),
  };
}

export const java = jvm([long('"""'), quoted('"')]);
export const kotlin = jvm([{ ...raw('"""'), code: ['${', '}'] }, quoted('"', ['${', '}'])]);
export const scala = jvm([
  { ...raw('s"""', '"""'), code: ['${', '}'] },
  raw('"""'),
  { ...quoted('"', ['${', '}']), open: 's"' },
  quoted('"'),
]);
export const groovy: Language = {
  ...kotlin,
  syntax: {
    ...C_COMMENTS,
    literals: [long('"""', '"""', ['${', '}']), long("'''"), quoted('"', ['${', '}']), quoted("'")],
    special: null,
  },
};

// `@Value("${X:default}")`; in Kotlin the dollar is escaped.
function findSpringValues(tokens: readonly Token[], report: Report): void {
  tokens.forEach((token, i) => {
    if (token.text !== 'Value' || tokens[i - 1]?.text !== '@') return;
    const value = tokens.slice(i + 1, i + 5).find(({ kind }) => kind === 'string');
    if (!value) return;
    for (const { index, 1: name = '', 2: colon = '' } of value.text.matchAll(/\$\{([A-Z][A-Z0-9_]*)(:?)/g)) {
      report.add({ name, at: value.start + index + 2, form: 'spring', isOptional: colon === ':' });
    }
  });
}

export const csharp: Language = {
  keywords: ['GetEnvironmentVariable', 'Env('],
  syntax: {
    ...C_COMMENTS,
    literals: [
      raw('"""'),
      { open: '$@"', close: '"', escapes: 'double', isMultiline: true, code: ['{', '}'] },
      { open: '@$"', close: '"', escapes: 'double', isMultiline: true, code: ['{', '}'] },
      { open: '@"', close: '"', escapes: 'double', isMultiline: true, code: null },
      { ...quoted('"', ['{', '}']), open: '$"' },
      quoted('"'),
    ],
    special: { signs: "'", end: characters },
  },
  forms: [{ form: 'dotnet-env', pattern: "Environment . GetEnvironmentVariable ( 'name'" }],
  defaultSigns: ['??', '==', '!=', '?', '??='],
  defaultMethods: [],
  joins: ['+'],
  helper: 'dotnet-env',
  extra: null,
};

export const go: Language = {
  keywords: ['Getenv', 'LookupEnv', 'Env(', 'env(', 'env:"', 'envconfig:"'],
  syntax: { ...C_COMMENTS, literals: [raw('`'), quoted('"')], special: { signs: "'", end: characters } },
  forms: [
    { form: 'os.Getenv', pattern: "os|syscall . Getenv ( 'name'" },
    { form: 'os.Getenv', pattern: "os . LookupEnv ( 'name'", isAlwaysOptional: true },
  ],
  defaultSigns: ['==', '!='],
  defaultMethods: [],
  joins: ['+'],
  helper: 'os.Getenv',
  extra: ({ tokens }, report) => findStructTags(tokens, report),
};

const TAG = /(?:^|\s)(?:env|envconfig)\s*:\s*"([^",]*)((?:,[^"]*)?)"/;

// `env:"X"` and `envDefault:"d"` of caarlos0/env, `env:"X,default=d"` of sethvargo, `envconfig:"X" default:"d"` of kelseyhightower,
// `env:"X" env-default:"d"` of cleanenv
function findStructTags(tokens: readonly Token[], report: Report): void {
  for (const { kind, text, start } of tokens) {
    if (kind !== 'string') continue;
    const found = TAG.exec(text);
    const [tag = '', name = '', options = ''] = found ?? [];
    if (!found || !/^[A-Za-z_]\w*$/.test(name)) continue;
    const isOptional = /(?:^|\s)(?:envDefault|default|env-default)\s*:/.test(text) || /default=/.test(options);
    report.add({ name, at: start + found.index + tag.indexOf('"') + 1, form: 'struct-tag', isOptional });
  }
}

const RUST_RAW = [3, 2, 1, 0].flatMap(count => {
  const signs = '#'.repeat(count);
  return [raw(`r${signs}"`, `"${signs}`), raw(`br${signs}"`, `"${signs}`)];
});

export const rust: Language = {
  keywords: ['env::', 'env!', 'dotenv', 'Env(', '_env(', 'env ='],
  syntax: { ...NESTED_COMMENTS, literals: [...RUST_RAW, long('"')], special: { signs: "'", end: characters } },
  forms: [
    { form: 'env-var', pattern: "env|dotenv|dotenvy :: var|var_os ( 'name'" },
    { form: 'env-macro', pattern: "env ! ( 'name'", isRaising: true },
    { form: 'env-macro', pattern: "option_env ! ( 'name'", isAlwaysOptional: true },
    { form: 'env-var', pattern: "env = 'name'", isUpper: true, needs: /\bclap\b|#\[(?:arg|clap)\(/ },
  ],
  defaultSigns: ['=='],
  defaultMethods: [
    'unwrap_or',
    'unwrap_or_else',
    'unwrap_or_default',
    'ok',
    'is_ok',
    'is_some',
    'map_or',
    'or_else',
    'or',
  ],
  joins: [],
  helper: 'env-var',
  extra: null,
};

function plain(keywords: readonly string[], syntax: Syntax, forms: readonly CodeForm[]): Language {
  const defaultSigns = ['??', '?', '==', '!=', '||'];
  return { keywords, syntax, forms, defaultSigns, defaultMethods: [], joins: ['+'], helper: 'getenv', extra: null };
}

export const native = plain(
  ['getenv'],
  {
    ...C_COMMENTS,
    literals: [raw('R"(', ')"'), quoted('"')],
    special: { signs: "'", end: characters },
  },
  [{ form: 'getenv', pattern: "getenv|secure_getenv|_wgetenv ( 'name'" }],
);

export const swift = plain(
  ['environment', 'Environment'],
  { ...NESTED_COMMENTS, literals: [long('"""', '"""', ['\\(', ')']), quoted('"', ['\\(', ')'])], special: null },
  [
    { form: 'swift-env', pattern: "processInfo . environment [ 'name'" },
    { form: 'swift-env', pattern: "Environment . get ( 'name'" },
  ],
);

export const dart = plain(
  ['nvironment', 'dotenv'],
  {
    ...NESTED_COMMENTS,
    literals: [
      raw("r'''", "'''"),
      raw('r"""', '"""'),
      { ...raw("r'", "'"), isMultiline: false },
      { ...raw('r"', '"'), isMultiline: false },
      long("'''", "'''", ['${', '}']),
      long('"""', '"""', ['${', '}']),
      quoted("'", ['${', '}']),
      quoted('"', ['${', '}']),
    ],
    special: null,
  },
  [
    { form: 'dart-env', pattern: "Platform . environment [ 'name'" },
    { form: 'dart-env', pattern: "String|bool|int . fromEnvironment ( 'name'" },
    { form: 'dart-env', pattern: "dotenv . env [ 'name'" },
    { form: 'dart-env', pattern: "dotenv . get|maybeGet ( 'name'" },
  ],
);

export const prisma = plain(
  ['env('],
  { lineComments: ['//'], blockComments: [], literals: [quoted('"')], special: null },
  [{ form: 'prisma-env', pattern: "env ( 'name'" }],
);
