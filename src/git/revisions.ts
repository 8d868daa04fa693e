// Names of commits → ids, and ids → the commits between them. Refs reach our private directory as a packed-refs file.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Oid } from '../types.js';
import type { Refs } from './read-refs.js';
import { firstLine, type Git, startGit } from './run-git.js';

/** Makes the repository's refs known to git in our private directory, so that it can resolve names by its own rules. */
export function writeRefs(git: Git, refs: Refs): void {
  const lines = refs.refs
    .filter(ref => !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{/.test(ref.name))
    .map(ref => `${ref.oid} ${ref.name}\n`);
  writeFileSync(join(git.privateDir.dir, 'packed-refs'), lines.join(''), 'latin1');
  if (refs.head) writeFileSync(join(git.privateDir.dir, 'HEAD'), `${refs.head}\n`);
}

/** The commit that a name stands for, or null. The name comes from the user; a leading dash is no name. */
export async function resolveRevision(git: Git, name: string): Promise<Oid | null> {
  if (name.startsWith('-') || /[\0\n]/.test(name)) return null;
  const running = startGit(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  running.end();
  let output = '';
  for await (const chunk of running.output) output += chunk.toString('latin1');
  const { code } = await running.ended;
  // git 2.30-2.43 print --end-of-options itself in front of the id.
  const oid = output.trim().split('\n').at(-1) ?? '';
  return code === 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(oid) ? oid : null;
}

/** Commits reachable from tips and not from hidden. */
export async function revList(
  git: Git,
  tips: readonly Oid[],
  hidden: readonly Oid[],
): Promise<{ commits: Oid[]; failure: string | null }> {
  const running = startGit(git, ['rev-list', '--stdin']);
  running.write([...tips, ...hidden.map(oid => `^${oid}`)].map(line => `${line}\n`).join(''));
  running.end();
  let output = '';
  for await (const chunk of running.output) output += chunk.toString('latin1');
  const { code, stderr } = await running.ended;
  const isWhole = output === '' || output.endsWith('\n');
  const failure =
    code === 0
      ? isWhole
        ? null
        : 'the list of commits was cut off'
      : firstLine(stderr) || `git rev-list ended with status ${code}`;
  return { commits: output.split('\n').filter(line => line !== ''), failure };
}
