// Places × names: what git would not ignore, and why not. Git decides; this file only asks and sorts the answers.

import { checkIgnore, type IgnoreRule, ignores } from '../git/check-ignore.js';
import type { IgnoreMirror } from '../git/ignore-mirror.js';
import type { MachineExcludes } from '../git/machine-excludes.js';
import type { Git } from '../git/run-git.js';
import type { BytePath } from '../types.js';
import { ANY_NAME, type NameFamily } from './env-names.js';
import { inFolder } from './work-tree.js';

/** One name in one folder, and the rule that decides about it. */
export type Verdict = {
  folder: BytePath;
  name: string;
  path: BytePath;
  rule: IgnoreRule | null; // that is committed, or in a `.gitignore` that could be
  isIgnored: boolean;
  machineRule: { source: string; line: number } | null; // that ignores it on this machine alone
  isFolderIgnored: boolean; // whatever stands beside it is ignored, too; only asked for `files`
};

export type CoverageInput = {
  git: Git;
  mirror: IgnoreMirror;
  folders: readonly BytePath[];
  families: readonly NameFamily[];
  files: readonly BytePath[]; // that are there or should be: templates, tracked env files
  readMachine: () => Promise<MachineExcludes | null>; // only asked when something is not covered
};

export type Coverage = {
  names: ReadonlyMap<NameFamily, readonly Verdict[]>; // of every name in every folder
  files: ReadonlyMap<BytePath, Verdict>;
};

/** Asks git about every name in every folder and about some files, in one process. */
export async function askCoverage(input: CoverageInput): Promise<Coverage> {
  // Folder by folder: git keeps the rules of the folder that it was asked about last.
  const asked = input.folders.flatMap(folder =>
    input.families.flatMap(family =>
      family.names.map(name => ({ family, folder, name, path: inFolder(folder, name) })),
    ),
  );
  const files = input.files.map(path => {
    const end = path.lastIndexOf('/');
    return { folder: path.slice(0, Math.max(0, end)), name: path.slice(end + 1), path };
  });
  const beside = files.map(({ folder }) => ({ path: inFolder(folder, ANY_NAME) }));
  const rules = await checkIgnore(input.git, {
    workTree: input.mirror.workTree,
    paths: [...asked, ...files, ...beside].map(({ path }) => path),
    machine: null,
  });
  const verdictOf = (
    { folder, name, path }: { folder: BytePath; name: string; path: BytePath },
    at: number,
  ): Verdict => {
    const rule = rules[at] ?? null;
    return { folder, name, path, rule, isIgnored: ignores(rule), machineRule: null, isFolderIgnored: false };
  };
  const verdicts = asked.map((question, at) => ({ family: question.family, verdict: verdictOf(question, at) }));
  await nameMachineRules(
    input,
    verdicts.map(({ verdict }) => verdict).filter(verdict => !verdict.isIgnored),
  );
  return {
    names: group(verdicts),
    files: new Map(
      files.map((question, at) => [
        question.path,
        {
          ...verdictOf(question, asked.length + at),
          isFolderIgnored: ignores(rules[asked.length + files.length + at] ?? null),
        },
      ]),
    ),
  };
}

function group(verdicts: readonly { family: NameFamily; verdict: Verdict }[]): Map<NameFamily, Verdict[]> {
  const groups = new Map<NameFamily, Verdict[]>();
  for (const { family, verdict } of verdicts) {
    const list = groups.get(family);
    if (list) list.push(verdict);
    else groups.set(family, [verdict]);
  }
  return groups;
}

// What only this machine ignores is not covered; that it looks covered here is worth a word.
async function nameMachineRules(input: CoverageInput, uncovered: Verdict[]): Promise<void> {
  const machine = uncovered.length === 0 ? null : await input.readMachine();
  if (!machine) return;
  const excludesFile = input.mirror.writeBeside('machine-excludes', machine.text);
  const rules = await checkIgnore(input.git, {
    workTree: input.mirror.workTree,
    paths: uncovered.map(({ path }) => path),
    machine: { excludesFile, ignoreCase: machine.ignoreCase },
  });
  for (const [at, verdict] of uncovered.entries()) {
    const rule = rules[at];
    if (!rule || !ignores(rule)) continue;
    verdict.machineRule =
      rule.source === excludesFile
        ? machine.sourceOf(rule.line)
        : { source: `core.ignoreCase with ${rule.source}`, line: rule.line };
  }
}
