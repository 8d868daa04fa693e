// JavaScript and TypeScript: `process.env`, `import.meta.env`, Deno, Bun, SvelteKit, NestJS and what is declared in a schema. Pure.

import { findObjectReads } from './javascript-objects.js';
import { findSchemas } from './javascript-schemas.js';
import type { Language } from './match-forms.js';
import { C_COMMENTS, long, quoted, type Token } from './tokenise.js';

// Behind these a slash begins a regular expression, and a quote a string.
const BEFORE_EXPRESSION = new Set(
  'return typeof case in of delete void throw new else do await yield instanceof default from import extends'.split(
    ' ',
  ),
);
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+\/[a-z]*/y;

const LOOSE = 'any'; // the type that takes everything

export const javascript: Language = {
  keywords: [
    '.env',
    '$env/',
    'Env(',
    "env('",
    'env("',
    '= process',
    ':process',
    'onfigService',
    'Joi.object',
    'env-schema',
    'env-var',
    'convict',
    'fastify/env',
  ],
  syntax: {
    ...C_COMMENTS,
    literals: [quoted('"'), quoted("'"), long('`', '`', ['${', '}'])],
    special: { signs: `/'`, end: endOfSpecial },
  },
  forms: [
    { form: 'process.env', pattern: 'process .|?. env .|?. $name' },
    { form: 'process.env', pattern: "process .|?. env [ 'name'" },
    { form: 'process.env', pattern: "process .|?. env ?. [ 'name'" },
    { form: 'process.env', pattern: 'process .|?. env ! . $name' },
    { form: 'process.env', pattern: `process . env as ${LOOSE} ) . $name` },
    { form: 'process.env', pattern: `process . env as ${LOOSE} ) [ 'name'` },
    { form: 'import.meta.env', pattern: `import . meta as ${LOOSE} ) . env . $name` },
    { form: 'import.meta.env', pattern: 'import . meta . env .|?. $name' },
    { form: 'import.meta.env', pattern: 'import . meta . env ! . $name' },
    { form: 'import.meta.env', pattern: "import . meta . env [ 'name'" },
    { form: 'import.meta.env', pattern: "import . meta . env ?. [ 'name'" },
    { form: 'Deno.env', pattern: "Deno . env . get|has ( 'name'" },
    { form: 'Bun.env', pattern: 'Bun . env .|?. $name' },
    { form: 'Bun.env', pattern: "Bun . env [ 'name'" },
    { form: 'config-service', pattern: "configService|ConfigService . get|getOrThrow ( 'name'", isUpper: true },
    {
      form: 'config-service',
      pattern: "configService|ConfigService . get|getOrThrow < string|number|boolean > ( 'name'",
      isUpper: true,
    },
    { form: 'config-service', pattern: "config . get|getOrThrow ( 'name'", isUpper: true, needs: /ConfigService/ },
    {
      form: 'config-service',
      pattern: "config . get|getOrThrow < string|number|boolean > ( 'name'",
      isUpper: true,
      needs: /ConfigService/,
    },
    { form: 'env-schema', pattern: "env . get ( 'name'", isUpper: true, needs: /['"]env-var['"]/ },
    { form: 'env-schema', pattern: "env : 'name'", isUpper: true, needs: /['"]convict['"]/ },
    { form: 'getenv', pattern: "env ( 'name'", isUpper: true, isBare: true },
    { form: 'getenv', pattern: "env . int|float|bool|json|array|date ( 'name'", isUpper: true },
  ],
  defaultSigns: ['??', '||', '??=', '||=', '?', '===', '!==', '==', '!=', '&&', '?.'],
  defaultMethods: ['default'],
  joins: ['+'],
  helper: 'getenv',
  extra: (tokens, report) => {
    findSchemas(tokens, report);
    findObjectReads(tokens, report);
  },
};

function endOfSpecial(text: string, at: number, before: readonly Token[]): number | null {
  const previous = before.at(-1);
  if (text.charAt(at) === "'") {
    // An apostrophe in a text between tags: no string begins right behind a letter.
    const isApostrophe = previous?.kind === 'word' && previous.end === at && !BEFORE_EXPRESSION.has(previous.text);
    return isApostrophe ? at + 1 : null;
  }
  if (!mayBeginRegex(previous)) return null;
  REGEX.lastIndex = at;
  const found = REGEX.exec(text);
  return found ? at + found[0].length : null;
}

function mayBeginRegex(previous: Token | undefined): boolean {
  if (!previous) return true;
  if (previous.kind === 'word') return BEFORE_EXPRESSION.has(previous.text);
  return previous.kind === 'sign' && !/^[)\]}]$/.test(previous.text);
}
