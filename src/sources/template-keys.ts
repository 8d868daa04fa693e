// The env templates of HEAD → since when each of their keys has been there. A key came in when the variable did, so its age stands for
// that of the value, which git does not have: a lower bound only where nobody rotated meanwhile.

import { diffCommits } from '../git/diff-raw.js';
import { listTree } from '../git/list-tree.js';
import { readObjects } from '../git/read-objects.js';
import { type Git, runGit } from '../git/run-git.js';
import type { BytePath, Change, Gap, Oid } from '../types.js';
import { readCommitInfos } from './attribute-history.js';

export type TemplateKey = {
  path: BytePath;
  key: string;
  commit: Oid | null; // that brought it in
  since: string | null; // ISO 8601, the earlier of its dates
};

const TEMPLATE =
  /(?:^|\/)(?:\.env[\w.-]*\.(?:example|sample|template|dist|defaults?)|\.?env\.(?:example|sample|template|dist)|(?:example|sample)\.env)$/i;
const MAX_TEMPLATE_BYTES = 256 * 1024;
const KEY = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w{0,127})[ \t]*=/gm;

/** Reads the keys. @param gaps takes what could not be read */
export async function readTemplateKeys(git: Git, head: Oid, gaps: Gap[]): Promise<TemplateKey[]> {
  const templates = (await listTree(git, head)).filter(
    ({ mode, path }) => mode.startsWith('100') && TEMPLATE.test(path),
  );
  const named = templates.filter(({ path }) => !path.includes('\n')); // git reads one path a line
  for (const { path } of templates)
    if (path.includes('\n')) gaps.push({ kind: 'file-unreadable', what: path, reason: 'its name has a line break' });
  if (named.length === 0) return [];
  const changes = await changesOf(
    git,
    head,
    named.map(({ path }) => path),
    gaps,
  );
  const keysOf = await readKeys(git, [...named.map(({ oid }) => oid), ...changes.map(({ after }) => after)], gaps);
  const commits = await readCommitInfos(git, new Set(changes.map(({ commit }) => commit)));
  return named.flatMap(({ path, oid }) => {
    const since = followKeys(
      changes.filter(change => change.path === path),
      keysOf,
    );
    return [...(keysOf.get(oid) ?? [])].map(key => {
      const commit = since.get(key) ?? null;
      const info = commit === null ? undefined : commits.get(commit);
      return { path, key, commit, since: earlier([info?.authorDate, info?.committerDate]) };
    });
  });
}

async function changesOf(git: Git, head: Oid, paths: readonly BytePath[], gaps: Gap[]): Promise<Change[]> {
  const input = `${head}\n--\n${paths.join('\n')}\n`;
  const output = await runGit(git, ['rev-list', '--topo-order', '--reverse', '--stdin'], Buffer.from(input, 'latin1'));
  const order = output.toString('latin1').split('\n').filter(Boolean);
  const wanted = new Set(paths);
  const changes: Change[] = [];
  const failed = await diffCommits(git, order, change => {
    if (wanted.has(change.path)) changes.push(change);
  });
  for (const { oid, reason } of failed) gaps.push({ kind: 'commit-unreadable', what: oid, reason });
  const rank = new Map(order.map((oid, at) => [oid, at]));
  return changes.sort((a, b) => (rank.get(a.commit) ?? 0) - (rank.get(b.commit) ?? 0));
}

async function readKeys(git: Git, oids: readonly Oid[], gaps: Gap[]): Promise<Map<Oid, Set<string>>> {
  const keys = new Map<Oid, Set<string>>();
  const real = [...new Set(oids)].filter(oid => !/^0+$/.test(oid));
  for await (const object of readObjects(git, real)) {
    if (!('bytes' in object)) {
      gaps.push({ kind: 'object-missing', what: object.oid, reason: 'a version of an env template cannot be read' });
      continue;
    }
    const text = object.bytes.subarray(0, MAX_TEMPLATE_BYTES).toString('latin1');
    keys.set(object.oid, new Set([...text.matchAll(KEY)].map(([, key = '']) => key)));
  }
  return keys;
}

// A key that was away and came back is as old as its return: less is certain, more is not.
function followKeys(changes: readonly Change[], keysOf: ReadonlyMap<Oid, ReadonlySet<string>>): Map<string, Oid> {
  const since = new Map<string, Oid>();
  for (const { commit, after } of changes) {
    const keys = keysOf.get(after) ?? new Set();
    for (const known of [...since.keys()]) if (!keys.has(known)) since.delete(known);
    for (const key of keys) if (!since.has(key)) since.set(key, commit);
  }
  return since;
}

function earlier(dates: readonly (string | undefined)[]): string | null {
  const times = dates.map(date => Date.parse(date ?? '')).filter(Number.isFinite);
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}
