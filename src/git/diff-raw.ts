// `git diff-tree`/`diff-index` in raw format → changes. Paths stay bytes; ids of any length.
// Format: git Documentation/diff-format.adoc, "RAW OUTPUT FORMAT" and "DIFF FORMAT FOR MERGES"

import type { Change, Oid } from '../types.js';
import { firstLine, type Git, startGit } from './run-git.js';

const CUT = 'the answer of git was cut off';

/**
 * What each commit changes against its parents; for a merge, what differs from all of them.
 *
 * @param onChange called for every changed path, in git's order
 * @param pathspecs patterns of ours that leave out other paths; none: every path
 * @returns commits whose trees could not be compared, each with git's reason
 */
export async function diffCommits(
  git: Git,
  commits: readonly Oid[],
  onChange: (change: Change) => void,
  pathspecs: readonly string[] = [],
): Promise<{ oid: Oid; reason: string }[]> {
  const failed: { oid: Oid; reason: string }[] = [];
  let from = 0;
  while (from < commits.length) {
    const parser = new RawParser(onChange);
    const reason = await compare(git, commits.slice(from), parser, pathspecs);
    if (reason === null) return failed;
    const culprit = await findCulprit(git, commits, { from, last: commits.indexOf(parser.commit, from) });
    failed.push({ oid: commits[culprit] ?? '', reason });
    from = culprit + 1;
  }
  return failed;
}

/**
 * The same, in any order, for commits of which none is expected to fail.
 *
 * @returns null; or git's reason for one that could not be compared, and those after it were not
 */
export function diffSoundCommits(
  git: Git,
  commits: readonly Oid[],
  onChange: (change: Change) => void,
  pathspecs: readonly string[],
): Promise<string | null> {
  return commits.length === 0 ? Promise.resolve(null) : compare(git, commits, new RawParser(onChange), pathspecs);
}

// One git for all commits. Gives null, or why it died.
async function compare(
  git: Git,
  commits: readonly Oid[],
  parser: RawParser,
  pathspecs: readonly string[],
): Promise<string | null> {
  const running = startGit(pathspecs.length > 0 ? withPathspecs(git) : git, [
    'diff-tree',
    '--stdin',
    '-r',
    '-c',
    '--root',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--always',
    ...(pathspecs.length > 0 ? ['--', ...pathspecs] : []),
  ]);
  running.write(commits.map(oid => `${oid}\n`).join(''));
  running.end();
  for await (const chunk of running.output) parser.push(chunk);
  const { code, stderr } = await running.ended;
  if (code !== 0) return firstLine(stderr) || `git diff-tree ended with status ${code}`;
  return parser.isAtEnd && parser.commit === commits.at(-1) ? null : CUT;
}

function withPathspecs(git: Git): Git {
  const { GIT_LITERAL_PATHSPECS: _, ...env } = git.privateDir.env;
  return { ...git, privateDir: { ...git.privateDir, env } };
}

// --always names every commit: git died within the last one that it named, which shows when it is asked for that one alone, or
// at the one after it.
async function findCulprit(git: Git, commits: readonly Oid[], at: { from: number; last: number }): Promise<number> {
  const named = commits[at.last];
  if (named === undefined) return at.from;
  const isWhole = (await compare(git, [named], new RawParser(() => {}), [])) === null;
  return Math.min(commits.length - 1, isWhole ? at.last + 1 : at.last);
}

/**
 * The index against a tree, all entries that differ.
 *
 * @param treeish a commit or tree id
 */
export async function diffIndex(git: Git, treeish: Oid): Promise<Change[]> {
  const running = startGit(git, [
    'diff-index',
    '--cached',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--end-of-options',
    treeish,
  ]);
  running.end();
  const changes: Change[] = [];
  const parser = new RawParser(change => changes.push(change));
  for await (const chunk of running.output) parser.push(chunk);
  const { code, stderr } = await running.ended;
  if (code !== 0) throw new RangeError(firstLine(stderr) || `git diff-index ended with status ${code}`);
  // Without --stdin git names no commits: what is no record is no answer of git.
  if (!parser.isAtEnd || parser.commit !== '') throw new RangeError(CUT);
  return changes;
}

/** Cuts NUL-separated raw records out of chunks. */
class RawParser {
  commit: Oid = '';
  #rest = '';
  #record: Omit<Change, 'path'> | null = null;
  readonly #onChange: (change: Change) => void;

  constructor(onChange: (change: Change) => void) {
    this.#onChange = onChange;
  }

  /** Whether what came so far ends with a whole record. */
  get isAtEnd(): boolean {
    return this.#rest === '' && this.#record === null;
  }

  push(chunk: Buffer): void {
    const fields = (this.#rest + chunk.toString('latin1')).split('\0');
    this.#rest = fields.pop() ?? '';
    for (const field of fields) this.#take(field);
  }

  #take(field: string): void {
    if (this.#record) {
      this.#onChange({ ...this.#record, path: field });
      this.#record = null;
    } else if (field.startsWith(':')) {
      this.#record = parseRecord(field, this.commit);
    } else {
      this.commit = field.trim();
    }
  }
}

// `:mode mode old new S`, for a merge of n parents `::…` with n colons, n + 1 modes and n + 1 ids.
function parseRecord(field: string, commit: Oid): Omit<Change, 'path'> {
  const colons = /^:+/.exec(field)?.[0].length ?? 1;
  const parts = field.slice(colons).split(' ');
  const modes = parts.slice(0, colons + 1);
  const oids = parts.slice(colons + 1, 2 * colons + 2);
  return {
    commit,
    mode: modes.at(-1) ?? '',
    before: oids.slice(0, -1),
    after: oids.at(-1) ?? '',
    status: parts.at(-1) ?? '',
  };
}
