// The scanning commands but `staged`: which source, where the config is, what the flags mean together.

import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Options } from '../config/resolve.js';
import { LeakgateError } from '../errors.js';
import type { CachePlace } from '../git/audit-cache.js';
import type { Repository } from '../git/repository.js';
import { type CommonFlags, runScan, scanOpened } from './run-scan.js';
import type { World } from './world.js';

type HistoryFlags = CommonFlags & { range?: string; since?: string; refsOnly?: boolean; cache?: boolean };

/** `leakgate history [repo]` */
export async function runHistory(world: World, repo: string, flags: HistoryFlags): Promise<number> {
  const dir = resolve(world.cwd, repo);
  if (!existsSync(dir)) throw new LeakgateError('PATH_MISSING', { path: repo });
  if (flags.range !== undefined || flags.since !== undefined) return runRange(world, dir, flags);
  const { historySource } = await import('../sources/history.js');
  const { openRepository } = await import('../git/repository.js');
  const { readRemoteUrl } = await import('../git/read-remote.js');
  const repository = openRepository(dir, null);
  return runScan(world, {
    mode: 'history',
    flags,
    root: repository.root ?? repository.gitDir,
    fromCommit: null,
    remoteUrl: readRemoteUrl(repository),
    open: async (options, engine) => {
      const cache = flags.cache === false ? null : await placeOf(world, repository, options);
      const { hitsInEach } = await import('../claim-names.js');
      return historySource({
        dir,
        env: world.env,
        refsOnly: flags.refsOnly ?? false,
        overlap: engine.overlap,
        cache,
        hitsInEach: texts => hitsInEach(engine, texts),
      });
    },
  });
}

async function placeOf(world: World, repository: Repository, options: Options): Promise<CachePlace | null> {
  const { cachePlace } = await import('./cache-place.js');
  return cachePlace(world, repository, options);
}

async function runRange(world: World, dir: string, flags: HistoryFlags): Promise<number> {
  if (flags.range !== undefined && flags.since !== undefined)
    throw new LeakgateError('BAD_FLAG', { flag: '--since', reason: 'it cannot be combined with --range' });
  if (flags.refsOnly)
    throw new LeakgateError('BAD_FLAG', {
      flag: '--refs-only',
      reason: 'it cannot be combined with --range or --since, which look at commits only',
    });
  const { rangeSource } = await import('../sources/range.js');
  const sinceMs = flags.since === undefined ? null : parseDate(flags.since);
  let close = () => {};
  const restore = world.onInterrupt(() => close());
  try {
    const onOpen = (closeSession: () => void) => {
      close = closeSession;
    };
    const source = await rangeSource({ dir, env: world.env, range: flags.range ?? null, sinceMs, onOpen });
    return await scanOpened(world, flags, { source, root: source.target, fromCommit: source.readAtBase });
  } finally {
    restore();
  }
}

// A day without a time begins at midnight UTC: the same everywhere.
function parseDate(value: string): number {
  const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
  if (Number.isNaN(time)) throw new LeakgateError('BAD_DATE', { value });
  return time;
}

/** `leakgate files [paths...]` */
export async function runFiles(world: World, operands: readonly string[], flags: CommonFlags): Promise<number> {
  const { filesSource } = await import('../sources/files.js');
  const paths = await expandGlobs(operands, world.cwd);
  return runScan(world, {
    mode: 'files',
    flags,
    root: world.cwd,
    fromCommit: null,
    remoteUrl: null,
    open: (options: Options, engine) =>
      filesSource({ paths, cwd: world.cwd, overlap: engine.overlap, isExcluded: options.isExcluded }),
  });
}

// What exists is meant literally, brackets and all; only what does not exist is read as a glob (Windows shells do not expand them).
async function expandGlobs(operands: readonly string[], cwd: string): Promise<string[]> {
  const paths: string[] = [];
  for (const operand of operands) {
    const isLiteral = existsSync(resolve(cwd, operand)) || !/[*?[{]/.test(operand);
    if (isLiteral) {
      paths.push(relativeTo(cwd, operand));
      continue;
    }
    const { default: glob } = await import('fast-glob');
    const found = await glob(operand.replaceAll('\\', '/'), {
      cwd,
      dot: true,
      followSymbolicLinks: false,
      onlyFiles: true,
    });
    if (found.length === 0) throw new LeakgateError('PATH_MISSING', { path: operand });
    paths.push(...found.sort());
  }
  return paths;
}

// Reports show paths as the user would write them from here; absolute ones below here become relative.
function relativeTo(cwd: string, operand: string): string {
  const path = relative(cwd, resolve(cwd, operand));
  return path === '' ? '.' : path.startsWith('..') ? operand : path;
}

/** `leakgate stdin` */
export async function runStdin(world: World, flags: CommonFlags & { name?: string }): Promise<number> {
  const { stdinSource } = await import('../sources/stdin.js');
  return runScan(world, {
    mode: 'stdin',
    flags,
    root: world.cwd,
    fromCommit: null,
    remoteUrl: null,
    open: (_options, engine) =>
      stdinSource({
        stream: world.stdin as AsyncIterable<Buffer>,
        name: flags.name ?? 'stdin',
        overlap: engine.overlap,
      }),
  });
}
