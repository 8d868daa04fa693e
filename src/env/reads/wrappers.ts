// A function that hands its first parameter on to a read (`const need = name => process.env[name]`): its calls with a literal, in the
// same file, are reads. Pure.

import type { ReadForm } from '../types.js';
import type { Code } from './brackets.js';

/** A read whose name is a plain variable: where that stands, and which form reads it. */
export type Unknown = { at: number; form: ReadForm };

const DEFINES = new Set(['function', 'def', 'func', 'fn', 'fun', 'defp']);
const FARTHEST = 120; // tokens from the parameter to its use; helpers of this kind are short

/** @returns names of such functions, and the form that each of them stands for */
export function findWrappers(code: Code, unknown: readonly Unknown[]): Map<string, ReadForm> {
  const wrappers = new Map<string, ReadForm>();
  for (const { at, form } of unknown) {
    const name = wrapperOf(code, at);
    if (name !== null && !wrappers.has(name)) wrappers.set(name, form);
  }
  return wrappers;
}

function wrapperOf(code: Code, at: number): string | null {
  const text = (index: number) => code.tokens[index]?.text ?? '';
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    if (text(i) !== text(at)) continue;
    if (text(i + 1) === '=>') return text(i - 1) === '=' ? nameOf(code, i - 2) : null; // without brackets
    if (text(i - 1) === '(') {
      const name = definedAt(code, i - 1);
      if (name !== null) return name;
    }
  }
  return null;
}

// `function f(`, `def f(`, `f = (…) =>`, `f = async (…) =>`, `f = function (`
function definedAt(code: Code, open: number): string | null {
  const text = (index: number) => code.tokens[index]?.text ?? '';
  if (DEFINES.has(text(open - 2))) return nameOf(code, open - 1);
  const before = text(open - 1) === 'async' || text(open - 1) === 'function' ? open - 2 : open - 1;
  if (text(before) !== '=') return null;
  const behind = (code.pairs[open] ?? -1) + 1;
  const isArrow = [0, 1, 2].some(i => text(behind + i) === '=>') || text(behind) === ':';
  return isArrow || text(open - 1) === 'function' ? nameOf(code, before - 1) : null;
}

function nameOf({ tokens }: Code, at: number): string | null {
  return tokens[at]?.kind === 'word' ? (tokens[at]?.text ?? null) : null;
}
