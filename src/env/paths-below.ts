// Paths below a folder, found by halves: in a repository of two thousand apps each of them asks. Pure.

import { firstNotBefore } from '../sorted-texts.js';
import type { BytePath } from '../types.js';

/**
 * The paths that stand in a folder or below it.
 *
 * @param sorted in the order of bytes, as `sort()` gives it
 * @param folder '' for the root
 */
export function pathsBelow(sorted: readonly BytePath[], folder: BytePath): readonly BytePath[] {
  return folder === ''
    ? sorted
    : sorted.slice(firstNotBefore(sorted, `${folder}/`), firstNotBefore(sorted, `${folder}0`)); // 0 follows the slash
}
