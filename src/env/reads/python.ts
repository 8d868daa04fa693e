// Python: `os.environ`, `os.getenv`, django-environ, environs, decouple, starlette and the fields of pydantic settings. Pure.

import { type Code, entriesOf } from './brackets.js';
import { hasDefaultArgument, type Language } from './match-forms.js';
import { findSettings } from './python-settings.js';
import type { Report } from './report.js';
import { type Literal, long, quoted } from './tokenise.js';

const ENVIRON = /\benviron|\bimport[^\n]*\benv\b/;
const DECOUPLE = /\bdecouple\b|starlette\.config/;
const TYPES =
  'str|bool|int|float|json|list|tuple|dict|url|path|bytes|multiline|smart_cast|date|datetime|timedelta|time|uuid|enum|log_level|decimal|db|db_url|cache|cache_url|email|email_url|search_url|channels|channels_url|get_value|dj_db_url|dj_email_url|dj_cache_url';

export const python: Language = {
  keywords: ['environ', 'getenv', 'decouple', 'starlette.config', 'BaseSettings', 'import env', '_env(', 'envvar'],
  syntax: {
    lineComments: ['#'],
    blockComments: [],
    literals: literals(),
    special: null,
  },
  forms: [
    { form: 'os.environ', pattern: "os . environ [ 'name'", isRaising: true },
    { form: 'os.environ', pattern: "os . environ . get|pop ( 'name'" },
    { form: 'os.environ', pattern: "os . environ . setdefault ( 'name'" },
    { form: 'os.getenv', pattern: "os . getenv|getenvb ( 'name'" },
    { form: 'os.environ', pattern: "environ [ 'name'", isBare: true, isRaising: true, needs: /\bfrom\s+os\s+import\b/ },
    {
      form: 'os.environ',
      pattern: "environ . get|pop|setdefault ( 'name'",
      isBare: true,
      needs: /\bfrom\s+os\s+import\b/,
    },
    { form: 'os.getenv', pattern: "getenv ( 'name'", isBare: true },
    { form: 'django-environ', pattern: "env ( 'name'", isBare: true, isRaising: true, needs: ENVIRON },
    { form: 'django-environ', pattern: `env . ${TYPES} ( 'name'`, isRaising: true, needs: ENVIRON },
    { form: 'decouple', pattern: "config ( 'name'", isBare: true, isRaising: true, needs: DECOUPLE },
  ],
  defaultSigns: ['or', 'if', 'is', 'in', '==', '!='],
  defaultMethods: [],
  joins: ['+', '%'],
  helper: 'getenv',
  extra: (code, report) => {
    findSettings(code, report);
    findEnvScheme(code, report);
    findContained(code, report);
    findAliases(code, report);
  },
};

// `rb"…"` and the like; code stands in those with an f.
function literals(): Literal[] {
  const prefixes = ['f', 'F', 'rf', 'fr', 'Rf', 'fR', 'r', 'R', 'b', 'B', 'br', 'rb', 'Rb', 'u', 'U', ''];
  return prefixes.flatMap(prefix => {
    const code = /f/i.test(prefix) ? (['{', '}'] as const) : null;
    return ['"', "'"].flatMap(quote => [
      long(prefix + quote.repeat(3), quote.repeat(3), code),
      { ...quoted(quote, code), open: prefix + quote },
    ]);
  });
}

// `env = environ.Env(DEBUG=(bool, False))` gives types and defaults; django-environ's `env.db()` reads DATABASE_URL.
function findEnvScheme(code: Code, report: Report): void {
  if (!ENVIRON.test(report.text)) return;
  const { tokens } = code;
  tokens.forEach((token, i) => {
    if (token.kind !== 'word' || tokens[i + 1]?.text !== '(') return;
    if (/^(?:Env|FileAwareEnv)$/.test(token.text)) {
      for (const at of entriesOf(code, i + 1)) {
        const key = tokens[at];
        if (key?.kind !== 'word' || tokens[at + 1]?.text !== '=' || !/^[A-Z]/.test(key.text)) continue;
        report.add({ name: key.text, at: key.start, form: 'django-environ', isOptional: tokens[at + 2]?.text === '(' });
      }
    }
    const named = { db: 'DATABASE_URL', cache: 'CACHE_URL', email: 'EMAIL_URL' }[token.text];
    if (named && tokens[i + 2]?.text === ')' && tokens[i - 1]?.text === '.' && tokens[i - 2]?.text === 'env') {
      report.add({ name: named, at: token.start, form: 'django-environ', isOptional: false });
    }
  });
}

// `if "X" in os.environ`
function findContained({ tokens }: Code, report: Report): void {
  tokens.forEach((token, i) => {
    const text = (offset: number) => tokens[i + offset]?.text;
    if (token.kind !== 'string' || text(1) !== 'in' || text(2) !== 'os' || text(4) !== 'environ') return;
    if (/^\w+$/.test(token.text))
      report.add({ name: token.text, at: token.start, form: 'os.environ', isOptional: true });
  });
}

// `env = os.environ`, and then `env['X']` or `env.get('X', 'd')`
function findAliases(code: Code, report: Report): void {
  const { tokens } = code;
  const text = (at: number) => tokens[at]?.text ?? '';
  const aliases = new Set<string>();
  for (let i = 2; i < tokens.length; i++) {
    const isWhole =
      text(i) === 'environ' && text(i - 1) === '.' && text(i - 2) === 'os' && !/^[.[(]$/.test(text(i + 1));
    if (isWhole && text(i - 3) === '=' && tokens[i - 4]?.kind === 'word') aliases.add(text(i - 4));
  }
  if (aliases.size === 0) return;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.kind !== 'word' || !aliases.has(text(i)) || text(i - 1) === '.') continue;
    const isCall = text(i + 1) === '.' && text(i + 2) === 'get' && text(i + 3) === '(';
    const name = text(i + 1) === '[' ? i + 2 : isCall ? i + 4 : -1;
    const token = tokens[name];
    if (token?.kind !== 'string' || !/^[A-Za-z_]\w*$/.test(token.text) || text(name + 2) === '=') continue;
    const isOptional = isCall && text(name + 1) === ',' && hasDefaultArgument(code, name + 2);
    report.add({ name: token.text, at: token.start, form: 'os.environ', isOptional });
  }
}
