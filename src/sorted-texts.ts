// Paths and names of refs in the order that `sort()` gives them: what begins with a prefix stands together, and is found by halves. Pure.

/** Where the first one stands that does not come before a text. */
export function firstNotBefore(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any of them begins with a prefix. */
export function hasPrefix(sorted: readonly string[], prefix: string): boolean {
  return sorted[firstNotBefore(sorted, prefix)]?.startsWith(prefix) ?? false;
}
