// What work costs beside other work in the same process: ratios only, because milliseconds say more of the machine than of the code.

/**
 * Processor time of one piece of work against another, the best of three turns of each.
 *
 * @returns how many times as much `work` takes as `reference`
 */
export function costRatio(work: () => void, reference: () => void): number {
  reference(); // compiles what both use
  const best = [work, reference].map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 3; turn++)
    [work, reference].forEach((run, at) => {
      best[at] = Math.min(best[at] ?? 0, cpuOf(run));
    });
  return (best[0] ?? 0) / Math.max(best[1] ?? 0, 50); // under 50 µs the clock decides
}

/** How many times as much work takes on four times the input: 4 when it is linear, 16 when it is quadratic. */
export function growth(work: (size: number) => void, size: number): number {
  return costRatio(
    () => work(4 * size),
    () => work(size),
  );
}

// Microseconds of this process alone: another program may have the machine.
function cpuOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
