// An open repository with git ready to answer, shared by the sources that read one.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir } from '../git/private-dir.js';
import { openRepository, type Repository } from '../git/repository.js';
import { findGit, type Git } from '../git/run-git.js';
import type { Gap } from '../types.js';

export type Session = { repository: Repository; git: Git; close(): void };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Opens a repository.
 *
 * @param isHook whether GIT_DIR, GIT_INDEX_FILE and a quarantine in the environment are meant for us
 * @throws {LeakgateError} NOT_A_REPOSITORY, REPOSITORY_BROKEN, GIT_MISSING
 */
export function openSession(dir: string, env: Env, isHook: boolean): Session {
  const repository = openRepository(dir, isHook ? env : null);
  const path = findGit(env, repository.root);
  const privateDir = makePrivateDir(repository, env);
  return { repository, git: { path, privateDir }, close: () => privateDir.remove() };
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What of the repository's own make-up keeps a scan from being complete. */
export function repositoryGaps(repository: Repository): Gap[] {
  const gaps: Gap[] = [];
  if (isFile(join(repository.commonDir, 'shallow')))
    gaps.push({
      kind: 'shallow',
      what: 'shallow clone',
      reason: 'older commits are not here; run git fetch --unshallow (in CI: fetch-depth: 0)',
    });
  if (isFile(join(repository.commonDir, 'info', 'grafts')))
    gaps.push({
      kind: 'grafts',
      what: 'info/grafts',
      reason: 'the history is rewritten by grafts; scanned as the objects say',
    });
  if (repository.refFormat === 'reftable')
    gaps.push({
      kind: 'ref-unreadable',
      what: 'reftable',
      reason: 'refs in this format are not read; objects are scanned, branches are not known',
    });
  return gaps;
}
