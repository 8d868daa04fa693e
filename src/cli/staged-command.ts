// `leakgate staged`, the hook's command: apart from the others, so that nothing else is loaded with it.

import { stagedSource } from '../sources/staged.js';
import { type CommonFlags, type Extend, scanOpened } from './run-scan.js';
import type { World } from './world.js';

// Names of env files, templates and ignore files, and few others: only then are the env checks loaded.
const TELLING =
  /(?:^|\/)(?:[^/]*\.env[^/]*|(?:dot)?env[._-][^/]*|\.flaskenv[^/]*|\.dev\.vars[^/]*|\.gitignore)$|(?:^|\/)\.envs?\//i;

/** Scans what the next commit would add. */
export function runStaged(world: World, flags: CommonFlags): Promise<number> {
  const source = stagedSource({ dir: world.cwd, env: world.env });
  const extend: Extend = async (result, prepared) => {
    const changes = await source.changes;
    if (prepared.options.env.names.length === 0 && !changes.some(({ path }) => TELLING.test(path))) return result;
    const { checkStagedEnv } = await import('../env-staged.js');
    const today = world.now().toISOString().slice(0, 10);
    const showSecrets = flags.showSecrets ?? false;
    return checkStagedEnv(result, changes, {
      session: source.session,
      ...prepared,
      today,
      showSecrets,
    });
  };
  return scanOpened(world, flags, { source, root: source.target, fromCommit: null, extend });
}
