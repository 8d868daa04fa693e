// JavaScript: variables that a schema declares: zod, valibot, yup, joi, envalid, t3-env, @fastify/env. A key is a read; what is behind
// it says whether there is a default. Pure.

import { type Code, entriesOf } from './brackets.js';
import type { Report } from './report.js';

const UPPER = /^[A-Z][A-Z0-9_]*$/;
const LIBRARY = /^(?:z|zod|v|valibot|yup|Yup|y|Joi|joi|t|s|S)$/;
const OBJECT = new Set(['object', 'strictObject', 'looseObject']);
const BEGINS = new Set(['cleanEnv', 'createEnv', 'properties', ...OBJECT]);
const MAY_BEGIN = /Env|properties|bject/; // in every one of these; most files have none of them
const OPTIONAL = /^(?:optional|exactOptional|default|_default|nullish|catch|prefault|devDefault|fallback)$/;
const OPTIONAL_UNLESS_REQUIRED = /^(?:Joi|joi|yup|Yup)$/;
// The whole of the environment goes somewhere, or NestJS is told which schema to use.
const USES_ALL =
  /\b(?:process\.env|import\.meta\.env|Bun\.env|Deno\.env\.toObject\(\))\s*(?![\w.?![])|\bvalidationSchema\b/;
const ABOUT_ENV = /(?:^|[/._-])(?:env|environment|config|configuration|settings)(?=[/._-])/i;

/** Reports the keys of schemas that the environment is checked against. */
export function findSchemas(code: Code, report: Report): void {
  if (!MAY_BEGIN.test(report.text)) return;
  const { tokens } = code;
  const isForEnv = USES_ALL.test(report.text);
  const isAboutEnv = ABOUT_ENV.test(report.path);
  const isFastify = /['"](?:@fastify\/env|fastify-env|env-schema)['"]/.test(report.text);
  for (let i = 0; i < tokens.length; i++) {
    const text = tokens[i]?.text ?? '';
    if (tokens[i]?.kind !== 'word' || !BEGINS.has(text)) continue;
    if (text === 'cleanEnv' || text === 'createEnv') readCall(code, i, report);
    else if (text === 'properties' && isFastify) readJsonSchema(code, i, report);
    else if (isForEnv || isAboutEnv) {
      const open = openingOfSchema(code, i);
      if (open !== -1 && (isForEnv || isAllUpper(code, open))) readKeys(code, open, report);
    }
  }
}

// `cleanEnv(process.env, {`, `createEnv({ server: {`: the first object of the call.
function readCall(code: Code, at: number, report: Report): void {
  const { tokens, pairs } = code;
  const end = Math.min(pairs[at + 1] ?? -1, at + 12);
  let open = at + 2;
  while (open < end && tokens[open]?.text !== '{') open++;
  if (open >= end) return;
  if (tokens[at]?.text === 'cleanEnv') readKeys(code, open, report);
  else {
    for (const i of entriesOf(code, open)) {
      const isPart = /^(?:server|client|shared)$/.test(tokens[i]?.text ?? '');
      if (isPart && tokens[i + 2]?.text === '{') readKeys(code, i + 2, report);
    }
  }
}

// `z.object({`, `object({`, `Joi.object().keys({`, `Joi.object<Config>({`
function openingOfSchema({ tokens, pairs }: Code, at: number): number {
  const text = (index: number) => tokens[index]?.text ?? '';
  if (!OBJECT.has(text(at))) return -1;
  if (text(at - 1) === '.' && !LIBRARY.test(text(at - 2))) return -1;
  let call = at + 1;
  for (let i = 0; text(call) === '<' && i < 8; i++) if (text(call + i) === '>') call += i + 1;
  if (text(call) !== '(') return -1;
  if (text(call + 1) === '{') return call + 1;
  const after = (pairs[call] ?? -1) + 1;
  const isKeys = call + 1 === after - 1 && text(after) === '.' && text(after + 1) === 'keys' && text(after + 3) === '{';
  return isKeys ? after + 3 : -1;
}

function isAllUpper(code: Code, open: number): boolean {
  const keys = entriesOf(code, open).filter(at => code.tokens[at]?.text !== '...');
  return keys.length > 0 && keys.every(at => UPPER.test(code.tokens[at]?.text ?? ''));
}

function readKeys(code: Code, open: number, report: Report): void {
  const { tokens, pairs } = code;
  const starts = entriesOf(code, open);
  starts.forEach((at, i) => {
    const token = tokens[at];
    if (!token || token.kind === 'sign' || tokens[at + 1]?.text !== ':' || !UPPER.test(token.text)) return;
    const end = starts[i + 1] ?? pairs[open] ?? at;
    report.add({ name: token.text, at: token.start, form: 'env-schema', isOptional: isOptionalKey(code, at + 2, end) });
  });
}

function isOptionalKey({ tokens }: Code, from: number, end: number): boolean {
  const words = tokens.slice(from, end).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
  if (words.some(word => OPTIONAL.test(word))) return true;
  return OPTIONAL_UNLESS_REQUIRED.test(words[0] ?? '') && !words.includes('required');
}

// `{ type: 'object', required: ['A'], properties: { A: {…} } }`
function readJsonSchema(code: Code, at: number, report: Report): void {
  const { tokens } = code;
  if (tokens[at + 1]?.text !== ':' || tokens[at + 2]?.text !== '{') return;
  const [, list = ''] = /\brequired\s*:\s*\[([^\]]*)\]/.exec(report.text) ?? [];
  for (const i of entriesOf(code, at + 2)) {
    const token = tokens[i];
    if (!token || token.kind === 'sign' || !UPPER.test(token.text)) continue;
    const isRequired = new RegExp(`['"]${token.text}['"]`).test(list);
    report.add({ name: token.text, at: token.start, form: 'env-schema', isOptional: !isRequired });
  }
}
