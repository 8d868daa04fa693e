// The two searches behind one shape, for the tests that both must pass.

import { Kernel } from '../../src/kernel/kernel.js';
import type { KeywordSet } from '../../src/kernel/keywords.js';
import { searchPlainly } from '../../src/kernel/search-plainly.js';
import type { OracleHit } from '../helpers/oracle.js';

export type Range = { from: number; to: number };
export type Search = (set: KeywordSet, bytes: Uint8Array, range: Range) => OracleHit[];

const kernel = new Kernel();

/** Searches in TypeScript. */
export function findPlainly(set: KeywordSet, bytes: Uint8Array, range: Range): OracleHit[] {
  const hits: OracleHit[] = [];
  searchPlainly(set.image, bytes, range, (keyword, start) => hits.push({ keyword, start }));
  return hits;
}

/** Searches in WebAssembly. */
export function findInKernel(set: KeywordSet, bytes: Uint8Array, range: Range): OracleHit[] {
  return findBehind(0, set, bytes, range);
}

/** The same with bytes in front, which moves everything to other places of chunks and vectors. */
export function findBehind(lead: number, set: KeywordSet, bytes: Uint8Array, range: Range): OracleHit[] {
  kernel.load(set);
  const input = kernel.input(lead + bytes.length);
  input.fill(0, 0, lead);
  input.set(bytes, lead);
  const hits: OracleHit[] = [];
  for (let from = lead + range.from, to = lead + range.to; from < to; from = kernel.next) {
    const found = kernel.scan({ from, to }, lead + bytes.length);
    for (let i = 0; i < found.length; i += 2) {
      hits.push({ keyword: found[i] ?? 0, start: (found[i + 1] ?? 0) - lead });
    }
  }
  return hits;
}
