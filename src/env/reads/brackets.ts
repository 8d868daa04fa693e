// Which bracket closes which, found once for a file: whoever walks over nested code does it in linear time. Pure.

import type { Token } from './tokenise.js';

/** Tokens, and for each bracket the index of its other half; -1 for what is no bracket or has none. */
export type Code = { tokens: readonly Token[]; pairs: Int32Array };

const OPENING = new Set(['(', '[', '{', '${', '#{', '{$', '\\(']);
const CLOSING = new Set([')', ']', '}']);

/** Pairs brackets of any kind by their depth alone: code that is not valid pairs wrongly, and harms nobody. */
export function pairBrackets(tokens: readonly Token[]): Int32Array {
  const pairs = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'sign') continue;
    if (OPENING.has(token.text)) open.push(i);
    else if (CLOSING.has(token.text)) {
      const start = open.pop();
      if (start === undefined) continue;
      pairs[start] = i;
      pairs[i] = start;
    }
  }
  return pairs;
}

/** Start of each entry between two brackets: behind the opening one, and behind each comma that is not in brackets of its own. */
export function entriesOf({ tokens, pairs }: Code, open: number): number[] {
  const close = pairs[open] ?? -1;
  if (close <= open + 1) return [];
  const starts = [open + 1];
  for (let i = open + 1; i < close; i++) {
    if (tokens[i]?.kind === 'sign' && tokens[i]?.text === ',' && i + 1 < close) starts.push(i + 1);
    i = Math.max(i, pairs[i] ?? i);
  }
  return starts;
}
