// Paths below a folder, found by halves: in a repository of two thousand apps each of them asks. Pure.

import type { BytePath } from '../types.js';

/**
 * The paths that stand in a folder or below it.
 *
 * @param sorted in the order of bytes, as `sort()` gives it
 * @param folder '' for the root
 */
export function pathsBelow(sorted: readonly BytePath[], folder: BytePath): readonly BytePath[] {
  return folder === '' ? sorted : sorted.slice(firstFrom(sorted, `${folder}/`), firstFrom(sorted, `${folder}0`)); // 0 follows the slash
}

// Index of the first path that does not come before a text.
function firstFrom(sorted: readonly BytePath[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
