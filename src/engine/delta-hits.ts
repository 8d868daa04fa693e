// The hits of a blob as its deltas inherit them: numbers in one list, in groups of four. Pure.

import { IntList } from '../int-list.js';

const KEYWORDS = 65536; // more than there are
export const HIT = 4; // numbers of a hit
/** What gave a match or looked further than most is inherited one by one; all others in the middle of a copy are at once. */
export const SPECIAL = 1 << 20; // beside the keyword
export const NEAR = 320; // bytes

/** One number for a keyword at a place; by start, then keyword. */
export function hitKey(start: number, keyword: number): number {
  return start * KEYWORDS + keyword;
}

/** The keyword at a place, from its key. */
export function hitOf(key: number): [start: number, keyword: number] {
  return [Math.floor(key / KEYWORDS), key % KEYWORDS];
}

export const NO_HITS = new Int32Array(0);
const special = new IntList();

/** The places of special hits. */
export function specialHits({ values, length }: IntList): Int32Array {
  special.clear();
  for (let i = 1; i < length; i += HIT) if ((values[i] as number) & SPECIAL) special.push(i - 1);
  return special.length === 0 ? NO_HITS : special.done();
}

/** Sorts hits by their starts. Those over a seam begin among the last ones of a copy: nearly sorted, so insertion is the right sort. */
export function sortHits({ values, length }: IntList): void {
  for (let i = HIT; i < length; i += HIT) {
    const start = values[i] as number;
    if ((values[i - HIT] as number) <= start) continue;
    const moved = values.slice(i, i + HIT);
    let at = i;
    for (; at > 0 && (values[at - HIT] as number) > start; at -= HIT) values.copyWithin(at, at - HIT, at);
    values.set(moved, at);
  }
}

/** Place of the first hit, from one on, that begins at or behind an offset. */
export function firstHit(known: Int32Array, offset: number, from: number): number {
  let low = from / HIT;
  let high = known.length / HIT;
  // Mostly one of the next.
  for (let step = 1; low + step < high; step *= 2) {
    if ((known[HIT * (low + step)] as number) >= offset) {
      high = low + step;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[HIT * middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return HIT * low;
}
