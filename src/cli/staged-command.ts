// `leakgate staged`, the hook's command: apart from the others, so that nothing else is loaded with it.

import { stagedSource } from '../sources/staged.js';
import { type CommonFlags, scanOpened } from './run-scan.js';
import type { World } from './world.js';

/** Scans what the next commit would add. */
export function runStaged(world: World, flags: CommonFlags): Promise<number> {
  const source = stagedSource({ dir: world.cwd, env: world.env });
  return scanOpened(world, flags, { source, root: source.target, fromCommit: null });
}
