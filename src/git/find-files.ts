// Which files of the index or a tree hold one of some texts, and which differ on the disk: git looks, so that we read only those.

import type { BytePath, Oid } from '../types.js';
import { type Git, runGit, streamGit } from './run-git.js';

/**
 * Finds files that hold at least one of some texts.
 *
 * @param treeish a commit or tree; null: the index
 * @param onFile called for each as soon as git names it
 * @throws {LeakgateError} GIT_FAILED
 */
export async function findFilesWith(
  git: Git,
  { texts, treeish }: { texts: readonly string[]; treeish: Oid | null },
  onFile: (path: BytePath) => void,
): Promise<void> {
  const where = treeish === null ? ['--cached'] : [];
  const args = [
    'grep',
    '--threads=1', // others work meanwhile, and two would wait for each other at the objects
    '-l',
    '-z',
    '-a',
    '-F',
    '--no-color',
    '--full-name',
    ...where,
    ...texts.flatMap(text => ['-e', text]),
  ];
  const prefix = treeish === null ? '' : `${treeish}:`;
  let rest = '';
  const question = { args: treeish === null ? args : [...args, treeish], expected: [0, 1] }; // 1: no file has one
  await streamGit(git, question, chunk => {
    const names = (rest + chunk.toString('latin1')).split('\0');
    rest = names.pop() ?? '';
    for (const name of names) onFile(name.slice(prefix.length));
  });
}

/**
 * Files of the index that differ on the disk or are gone from it. Submodules are passed over: git would run in them, with their config.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function findChangedFiles(git: Git, workTree: string): Promise<Map<BytePath, 'changed' | 'gone'>> {
  const there: Git = {
    ...git,
    privateDir: { ...git.privateDir, env: { ...git.privateDir.env, GIT_WORK_TREE: workTree } },
  };
  const output = await runGit(there, ['diff-files', '--raw', '-z', '--no-renames', '--ignore-submodules=all']);
  const fields = output.toString('latin1').split('\0');
  const changed = new Map<BytePath, 'changed' | 'gone'>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    changed.set(fields[at + 1] ?? '', (fields[at] ?? '').endsWith(' D') ? 'gone' : 'changed');
  return changed;
}
