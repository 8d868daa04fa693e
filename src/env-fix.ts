// What `leakgate env --fix` would write, proved before anything is written: git is asked again about the ignore files as they would be.

import { askCoverage, type Coverage, type Verdict } from './env/coverage.js';
import { listed } from './env/coverage-defects.js';
import { addLines, type Edit, planRules } from './env/edit-ignore.js';
import { showProbe } from './env/env-names.js';
import type { EnvAuditInput } from './env-audit.js';
import type { EnvFacts } from './env-look.js';
import { makeIgnoreMirror } from './git/ignore-mirror.js';
import type { BytePath } from './types.js';

export type FixPlan = {
  edits: readonly Edit[];
  left: readonly string[]; // what cannot be mended this way, in sentences
};

const MAX_ROUNDS = 4; // a rule may take a template along, which needs a rule of its own

/** Plans the changes. Writes nothing into the repository. */
export async function planFix(input: EnvAuditInput, facts: EnvFacts): Promise<FixPlan> {
  const lines = new Map<BytePath, string[]>();
  let coverage = facts.coverage;
  let plan = applied(facts, lines);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const more = [...planRules(coverage, hiddenTemplates(coverage, facts.templates))];
    const fresh = more.flatMap(([path, added]) => {
      const known = lines.get(path) ?? [];
      // A line that is there already and did not help is wanted again behind what came after it.
      lines.set(path, [...known.filter(line => !added.includes(line)), ...added]);
      return added;
    });
    if (fresh.length === 0) break;
    plan = applied(facts, lines);
    coverage = await ask(input, facts, plan.edits);
  }
  return { edits: [...plan.edits, ...facts.sync.edits], left: [...plan.left, ...leftOver(coverage, facts)] };
}

function applied(
  { ignore, survey }: EnvFacts,
  lines: ReadonlyMap<BytePath, string[]>,
): { edits: Edit[]; left: string[] } {
  const edits: Edit[] = [];
  const left: string[] = [];
  for (const [path, added] of lines) {
    const blocked = [...ignore.idle, ...ignore.problems].find(problem => problem.path === path);
    const edit = blocked || !survey.tree ? null : addLines(ignore.files.get(path) ?? null, path, added);
    if (edit) edits.push(edit);
    else left.push(`${path}: ${blocked?.reason ?? 'it cannot be changed'}; ${listed(added)} must be added by hand`);
  }
  return { edits, left };
}

// The question of the audit once more, over the files as they would be.
async function ask(input: EnvAuditInput, facts: EnvFacts, edits: readonly Edit[]): Promise<Coverage> {
  const mirror = makeIgnoreMirror(input.session.git);
  try {
    const after = new Map([...facts.ignore.files.values()].map(({ path, bytes }) => [path, bytes]));
    for (const edit of edits) after.set(edit.path, edit.after);
    for (const [path, bytes] of after) mirror.write(path, bytes);
    return await askCoverage({
      git: input.session.git,
      mirror,
      folders: facts.places.folders,
      families: [...facts.coverage.names.keys()],
      files: [...facts.coverage.files.keys()],
      readMachine: async () => null,
    });
  } finally {
    mirror.remove();
  }
}

function hiddenTemplates(coverage: Coverage, templates: ReadonlySet<BytePath>): Verdict[] {
  return [...coverage.files.values()].filter(({ path, isIgnored }) => isIgnored && templates.has(path));
}

function leftOver(coverage: Coverage, { templates }: EnvFacts): string[] {
  const open = [...coverage.names.values()].flat().filter(({ isIgnored }) => !isIgnored);
  return [
    ...(open.length > 0
      ? [`still not ignored: ${listed([...new Set(open.map(({ folder, name }) => `${folder}/${showProbe(name)}`))])}`]
      : []),
    ...hiddenTemplates(coverage, templates).map(({ path, rule }) =>
      rule
        ? `${path}: ${rule.source}:${rule.line} ignores its folder; git takes back no file of an ignored folder`
        : path,
    ),
  ];
}
