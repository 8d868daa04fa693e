// Which files of the index or a tree hold one of some texts, and which differ on the disk: git looks, so that we read only those.

import { LeakgateError } from '../errors.js';
import type { BytePath, Oid } from '../types.js';
import { firstLine, type Git, startGit } from './run-git.js';

/**
 * Files that hold at least one of some texts.
 *
 * @param treeish a commit or tree; null: the index
 * @throws {LeakgateError} GIT_FAILED
 */
export async function findFilesWith(git: Git, texts: readonly string[], treeish: Oid | null): Promise<BytePath[]> {
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
  const output = await run(git, treeish === null ? args : [...args, treeish], [0, 1]); // 1: no file has one
  const prefix = treeish === null ? '' : `${treeish}:`;
  return split(output).map(name => name.slice(prefix.length));
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
  const fields = split(await run(there, ['diff-files', '--raw', '-z', '--no-renames', '--ignore-submodules=all'], [0]));
  const changed = new Map<BytePath, 'changed' | 'gone'>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    changed.set(fields[at + 1] ?? '', (fields[at] ?? '').endsWith(' D') ? 'gone' : 'changed');
  return changed;
}

function split(output: Buffer): string[] {
  const fields = output.toString('latin1').split('\0');
  fields.pop();
  return fields;
}

async function run(git: Git, args: readonly string[], expected: readonly number[]): Promise<Buffer> {
  const running = startGit(git, args);
  running.end();
  const chunks: Buffer[] = [];
  for await (const chunk of running.output) chunks.push(chunk);
  const { code, stderr } = await running.ended;
  if (code === null || !expected.includes(code))
    throw new LeakgateError('GIT_FAILED', {
      command: args[0] ?? '',
      reason: firstLine(stderr) || `it ended with status ${code}`,
    });
  return Buffer.concat(chunks);
}
