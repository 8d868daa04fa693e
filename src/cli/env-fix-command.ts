// `leakgate env --fix`: the diff, the question, the writing. Nothing is written through a link, nor over what has changed meanwhile.

import { statSync } from 'node:fs';
import type { Edit } from '../env/edit-ignore.js';
import { envKindOf } from '../env/env-names.js';
import { showDiff } from '../env/show-diff.js';
import type { WorkTree } from '../env/work-tree.js';
import type { FixPlan } from '../env-fix.js';
import { showName } from '../report/place.js';
import { plainLine, sanitise } from '../report/sanitise.js';
import type { Finding } from '../types.js';
import { type World, write } from './world.js';
import { writeWhole } from './write-output.js';

export type FixInput = {
  plan: FixPlan;
  tree: WorkTree;
  findings: readonly Finding[]; // as reported before
  yes: boolean;
  clean: (text: string) => string; // masks secrets in lines of the repository
};

/** Shows a plan and carries it out when it may. @returns whether something was written */
export async function carryOut(world: World, input: FixInput): Promise<boolean> {
  const { plan, findings, clean } = input;
  const say = (lines: readonly string[]) =>
    write(world.stderr, lines.map(line => `${plainLine(sanitise(clean(line)))}\n`).join(''));
  await say([
    ...plan.edits.flatMap(edit => [...showDiff(edit, isIgnoreFile(edit)), '']),
    ...plan.left.map(line => `Not mended: ${line}`),
  ]);
  await say(untrackLines(findings));
  if (plan.edits.length === 0) {
    await say(['Nothing to fix.']);
    return false;
  }
  if (
    !input.yes &&
    !(await ask(world, `Write ${plan.edits.length === 1 ? 'this file' : `these ${plan.edits.length} files`}? [y/N] `))
  ) {
    await say(['Nothing was written; --yes writes without asking.']);
    return false;
  }
  const refused = plan.edits.flatMap(edit => apply(input.tree, edit) ?? []);
  await say(refused.map(reason => `Not written: ${reason}`));
  return refused.length < plan.edits.length;
}

function isIgnoreFile({ path }: Edit): boolean {
  return envKindOf(path) === null;
}

// Taking a file out of the index is for its owner to do: the commands are printed, never run.
function untrackLines(findings: readonly Finding[]): string[] {
  const paths = findings
    .filter(finding => finding.ruleId === 'env-file-tracked' && finding.suppression === null)
    .flatMap(({ occurrences }) => occurrences[0]?.path ?? []);
  if (paths.length === 0) return [];
  return [
    'To take env files out of the index and keep them on the disk:',
    ...paths.map(path => `  git rm --cached -- ${quote(path)}`),
    '',
  ];
}

// For a POSIX shell. A name that cannot be printed as it is cannot be pasted either.
function quote(path: string): string {
  const shown = showName(path);
  if (Buffer.from(path, 'latin1').toString('utf8') !== shown) return `<${shown}>`;
  return /^[\w./@+=,-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

async function ask(world: World, question: string): Promise<boolean> {
  await write(world.stderr, question);
  let answer = '';
  for await (const chunk of world.stdin) {
    answer += String(chunk);
    if (answer.includes('\n')) break;
  }
  return /^\s*y(?:es)?\s*$/i.test(answer.split('\n')[0] ?? '');
}

/** Writes one edit. @returns why not, or null */
function apply(tree: WorkTree, { path, before, after }: Edit): string | null {
  const now = tree.read(path);
  const isAsBefore =
    'bytes' in now ? before !== null && now.bytes.equals(before) : before === null && now.problem === 'missing';
  if (!isAsBefore) return `${path}: it is not what was looked at any more, or a link`;
  const target = tree.locate(path);
  try {
    writeWhole(target, after, before === null ? 0o644 : statSync(target).mode & 0o777);
    return null;
  } catch (error) {
    return `${path}: ${(error as NodeJS.ErrnoException).code ?? 'it failed'}`;
  }
}
