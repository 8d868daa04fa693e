// Where a repository's parts are, found by reading files: no git process runs inside a repository that may be hostile.
// Format: git Documentation/gitrepository-layout.adoc

import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LeakgateError } from '../errors.js';

export type Repository = {
  root: string | null; // the work tree; null for a bare repository
  gitDir: string; // of this work tree
  commonDir: string; // of all its work trees
  objectsDir: string;
  alternateDirs: string | null; // as git wants it in the environment; a push's quarantine sets it
  indexFile: string;
  objectFormat: 'sha1' | 'sha256';
  refFormat: 'files' | 'reftable';
  isPartial: boolean; // a partial clone: objects may be missing by design
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Finds the repository that holds `dir`, as git does: upwards, through `.git` folders, gitfiles and bare repositories.
 *
 * @param hookEnv the environment of a hook, whose GIT_DIR, GIT_INDEX_FILE and quarantine count; null where a path was given
 * @throws {LeakgateError} NOT_A_REPOSITORY, REPOSITORY_BROKEN
 */
export function openRepository(dir: string, hookEnv: Env | null): Repository {
  const start = resolve(dir);
  const found = hookEnv?.GIT_DIR
    ? { gitDir: resolve(start, hookEnv.GIT_DIR), root: workTreeOf(start, hookEnv) }
    : discover(start);
  if (!found) throw new LeakgateError('NOT_A_REPOSITORY', { dir });
  const commonDir = commonDirOf(found.gitDir);
  const config = readText(join(commonDir, 'config')) ?? '';
  return {
    ...found,
    commonDir,
    objectsDir: resolve(start, hookEnv?.GIT_OBJECT_DIRECTORY ?? join(commonDir, 'objects')),
    alternateDirs: hookEnv?.GIT_ALTERNATE_OBJECT_DIRECTORIES ?? null,
    // Relative to where the hook was started, not to the git directory.
    indexFile: hookEnv?.GIT_INDEX_FILE ? resolve(start, hookEnv.GIT_INDEX_FILE) : join(found.gitDir, 'index'),
    objectFormat: /^\s*objectformat\s*=\s*"?sha256/im.test(config) ? 'sha256' : 'sha1',
    refFormat: /^\s*refstorage\s*=\s*"?reftable/im.test(config) ? 'reftable' : 'files',
    isPartial: /^\s*(?:partialclone\s*=|promisor\s*=\s*true)/im.test(config),
  };
}

function workTreeOf(start: string, env: Env): string | null {
  if (env.GIT_WORK_TREE) return resolve(start, env.GIT_WORK_TREE);
  return discover(start)?.root ?? start;
}

function discover(start: string): { gitDir: string; root: string | null } | null {
  if (!existsSync(start)) return null;
  let dir = realpathSync(start);
  if (!statSync(dir).isDirectory()) dir = dirname(dir);
  for (;;) {
    const gitDir = gitDirIn(dir);
    if (gitDir) return { gitDir, root: dir };
    if (isGitDir(dir)) return { gitDir: dir, root: rootOfGitDir(dir) };
    const parent = dirname(dir);
    if (parent === dir) return null;
    dir = parent;
  }
}

function rootOfGitDir(dir: string): string | null {
  return dir.endsWith('.git') && gitDirIn(dirname(dir)) === dir ? dirname(dir) : null;
}

function gitDirIn(dir: string): string | null {
  const path = join(dir, '.git');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return isGitDir(path) ? path : null;
  if (!stat?.isFile()) return null;
  const target = /^gitdir: ([^\r\n]+)/.exec(readText(path) ?? '')?.[1];
  if (!target) throw new LeakgateError('REPOSITORY_BROKEN', { dir, reason: 'its .git file names no git directory' });
  const gitDir = isAbsolute(target) ? target : resolve(dir, target);
  if (!isGitDir(gitDir))
    throw new LeakgateError('REPOSITORY_BROKEN', {
      dir,
      reason: 'its .git file names a folder that is no git directory',
    });
  return gitDir;
}

function isGitDir(dir: string): boolean {
  if (!existsSync(join(dir, 'HEAD')) && !isLink(join(dir, 'HEAD'))) return false;
  return (
    existsSync(join(commonDirOf(dir), 'objects')) &&
    (existsSync(join(commonDirOf(dir), 'refs')) || existsSync(join(commonDirOf(dir), 'packed-refs')))
  );
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function commonDirOf(gitDir: string): string {
  const text = readText(join(gitDir, 'commondir'))?.trim();
  return text ? resolve(gitDir, text) : gitDir;
}

const MAX_TEXT_BYTES = 64 * 1024 * 1024; // packed-refs of a very large repository

/** Reads a small text file of the git directory; null when it is missing or no regular file (a FIFO would block). */
export function readText(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MAX_TEXT_BYTES) return null;
  return readFileSync(path, 'latin1');
}
