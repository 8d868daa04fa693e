// Which objects does the history name that are not here? A scan of all objects present cannot see those.

import type { Oid } from '../types.js';
import { firstLine, type Git, startGit } from './run-git.js';

export type Walk = { reachable: Set<Oid>; missing: Oid[]; failure: string | null };

const MAX_NAMED = 1000; // missing objects kept by name; a partial clone may lack millions

/** Walks everything that the tips reach, trees included, without fetching anything. */
export async function findMissing(git: Git, tips: readonly Oid[]): Promise<Walk> {
  const walk: Walk = { reachable: new Set(), missing: [], failure: null };
  if (tips.length === 0) return walk;
  const running = startGit(git, ['rev-list', '--objects', '--no-object-names', '--missing=print', '--stdin']);
  running.write(tips.map(oid => `${oid}\n`).join(''));
  running.end();
  let rest = '';
  for await (const chunk of running.output) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('?')) walk.reachable.add(line);
      else if (walk.missing.length < MAX_NAMED) walk.missing.push(line.slice(1));
    }
  }
  const { code, stderr } = await running.ended;
  if (rest !== '') walk.failure = 'the list of objects was cut off';
  if (code !== 0) walk.failure = firstLine(stderr) || `git rev-list ended with status ${code}`;
  return walk;
}
