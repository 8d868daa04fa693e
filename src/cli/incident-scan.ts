// The scan that an incident record, a verification or an overview of ages is made from: the history of a repository, or all of it.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LeakgateError } from '../errors.js';
import { openRepository } from '../git/repository.js';
import { toLeakReport } from '../incident/json-report.js';
import type { LeakReport } from '../incident/leak.js';
import { type JsonReport, jsonDocument } from '../report/json.js';
import { sanitise } from '../report/sanitise.js';
import { exitCodeOf } from './exit-code.js';
import { type CommonFlags, collect, type ScanCommand } from './run-scan.js';
import { VERSION } from './version.js';
import type { World } from './world.js';

/** The flags of the commands that scan and make something of it. */
export type ScanFlags = { config?: string | false; quiet?: boolean };

type Scanned = Awaited<ReturnType<typeof collect>>;

/** Scans the history of a repository; with `everywhere`, its index and work tree too. */
export async function scanRepository(
  world: World,
  repo: string,
  flags: ScanFlags,
  scope: 'history' | 'everywhere',
): Promise<Scanned> {
  const dir = resolve(world.cwd, repo);
  if (!existsSync(dir)) throw new LeakgateError('PATH_MISSING', { path: repo });
  const repository = openRepository(dir, null);
  const input = { dir, env: world.env, refsOnly: false };
  const open: ScanCommand['open'] =
    scope === 'history'
      ? async (_options, engine) => {
          const { historySource } = await import('../sources/history.js');
          return historySource({ ...input, overlap: engine.overlap });
        }
      : async ({ isExcluded }, engine) => {
          const { everywhereSource } = await import('../sources/everywhere.js');
          return everywhereSource({ ...input, overlap: engine.overlap, isExcluded });
        };
  return collect(world, {
    mode: 'history',
    flags: scanFlags(flags),
    root: repository.root ?? repository.gitDir,
    fromCommit: null,
    remoteUrl: null,
    open,
  });
}

// Everything that was found counts: what is below a wanted confidence is a matter of the priority.
function scanFlags({ config, quiet }: ScanFlags): CommonFlags {
  return {
    format: 'json',
    minConfidence: 'low',
    ...(config === undefined ? {} : { config }),
    ...(quiet === undefined ? {} : { quiet }),
  };
}

/** The document that a JSON report of this scan would be. */
export function documentOf({ result }: Pick<Scanned, 'result'>): JsonReport {
  return jsonDocument({ result, version: VERSION, exitCode: exitCodeOf(result) });
}

/** A scan as leaks, by the same way as a report that was read from a file. */
export function leaksOf(scanned: Pick<Scanned, 'result'>): LeakReport {
  return toLeakReport(documentOf(scanned), sanitise, 'scan');
}
