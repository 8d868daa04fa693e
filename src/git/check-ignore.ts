// Would git ignore these paths, and which rule says so? Asked of git itself, in one process, over a work tree that holds nothing but
// `.gitignore` files: no path of it can be a link, a folder or a FIFO, and nothing of the scanned repository is read or run.
// Format: git Documentation/git-check-ignore.adoc, "OUTPUT"

import { LeakgateError } from '../errors.js';
import type { BytePath } from '../types.js';
import { type Git, streamGit } from './run-git.js';

/** The rule that decides about a path. A pattern that begins with `!` keeps the path. */
export type IgnoreRule = { source: string; line: number; pattern: string };

export type MachineRules = { excludesFile: string; ignoreCase: boolean };

/**
 * Asks git about paths.
 *
 * @param workTree folder with the `.gitignore` files
 * @param machine rules of this machine to count as well; null: only what is committed counts
 * @returns for each path the last rule that matches it or a folder above it, or null
 * @throws {LeakgateError} GIT_FAILED
 */
export async function checkIgnore(
  git: Git,
  { workTree, paths, machine }: { workTree: string; paths: readonly BytePath[]; machine: MachineRules | null },
): Promise<(IgnoreRule | null)[]> {
  if (paths.length === 0) return [];
  const question = {
    args: ['check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'],
    // In front of a path that begins with a colon, `./` says that it is no pathspec magic.
    input: Buffer.from(paths.map(path => `./${path}\0`).join(''), 'latin1'),
    expected: [0, 1], // 0: at least one path is ignored, 1: none is
  };
  const chunks: Buffer[] = [];
  await streamGit(withWorkTree(git, workTree, machine), question, chunk => chunks.push(chunk));
  return parse(Buffer.concat(chunks), paths);
}

/** Whether a rule ignores what it decides about. */
export function ignores(rule: IgnoreRule | null): boolean {
  return rule !== null && !rule.pattern.startsWith('!');
}

function withWorkTree(git: Git, workTree: string, machine: MachineRules | null): Git {
  const { GIT_LITERAL_PATHSPECS: _, ...env } = git.privateDir.env; // check-ignore refuses it
  const settings = machine
    ? [
        ['core.excludesFile', machine.excludesFile],
        ['core.ignoreCase', String(machine.ignoreCase)],
      ]
    : [];
  const counted = settings.flatMap(([key = '', value = ''], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return {
    ...git,
    privateDir: {
      ...git.privateDir,
      env: {
        ...env,
        GIT_WORK_TREE: workTree,
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(counted),
      },
    },
  };
}

// Four fields a path: source, line, pattern, path; the first three are empty when no rule matches.
function parse(output: Buffer, paths: readonly BytePath[]): (IgnoreRule | null)[] {
  const fields = output.toString('latin1').split('\0');
  const isWhole = fields.pop() === '' && fields.length === 4 * paths.length;
  return paths.map((path, at) => {
    const source = fields[4 * at] ?? '';
    const named = fields[4 * at + 3] ?? '';
    if (!isWhole || named.length !== path.length + 2 || !named.endsWith(path))
      throw new LeakgateError('GIT_FAILED', { command: 'check-ignore', reason: 'its answer was cut off' });
    return source === '' ? null : { source, line: Number(fields[4 * at + 1]), pattern: fields[4 * at + 2] ?? '' };
  });
}
