// Verdicts of git → what is wrong with the coverage. One defect for what one line of an ignore file would mend. Pure.

import { type Defect, defect, placeAt } from '../env-rules.js';
import type { IgnoreRule } from '../git/check-ignore.js';
import type { BytePath } from '../types.js';
import type { Coverage, Verdict } from './coverage.js';
import { type NameFamily, showProbe } from './env-names.js';

const NAMED = 4; // folders and names listed in a sentence
const MAX_PLACES = 1000;

export type CoverageFacts = {
  present: ReadonlySet<BytePath>; // env files and templates on the disk
  tracked: ReadonlySet<BytePath>;
};

/** Names that git would take, by family and by the rule that lets them through. */
export function coverageDefects(coverage: Coverage, facts: CoverageFacts): Defect[] {
  return [...coverage.names].flatMap(([family, verdicts]) =>
    byCause(verdicts.filter(verdict => !verdict.isIgnored)).map(open => toDefect(family, open, facts)),
  );
}

function byCause(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const cause = verdict.rule ? placeOf(verdict.rule) : '';
    const group = groups.get(cause);
    if (group) group.push(verdict);
    else groups.set(cause, [verdict]);
  }
  return [...groups.values()];
}

function toDefect(family: NameFamily, open: readonly Verdict[], facts: CoverageFacts): Defect {
  const rule = open[0]?.rule ?? null;
  const source = rule?.source ?? '.gitignore';
  const waiting = open.filter(({ path }) => facts.present.has(path) && !facts.tracked.has(path));
  const machine = open.find(({ machineRule }) => machineRule !== null)?.machineRule ?? null;
  const names = [...new Set(open.map(({ name }) => showProbe(name)))];
  const folders = [...new Set(open.map(({ folder }) => folder))];
  const why = rule
    ? `${placeOf(rule)} (${rule.pattern}) takes ${listed(names)} back`
    : `no rule of a .gitignore matches ${listed(names)}`;
  const usual = family.isCommon ? 'medium' : 'low';
  return defect({
    ruleId: 'env-file-not-ignored',
    severity: waiting.length > 0 ? 'high' : usual,
    path: source,
    name: family.label,
    reasons: [
      `${why} in ${inFolders(folders)}`,
      ...(waiting.length > 0
        ? [`${listed(waiting.map(({ path }) => path))} is there and not ignored: git add . takes it`]
        : []),
      ...(machine
        ? [`on this machine ${machine.source}:${machine.line} ignores it, which keeps nobody else from committing it`]
        : []),
    ],
    occurrences: [
      placeAt(source, rule?.line ?? 1),
      ...[...waiting, ...open.filter(verdict => !waiting.includes(verdict))]
        .slice(0, MAX_PLACES)
        .map(({ folder, name }) => placeAt(folder === '' ? showProbe(name) : `${folder}/${showProbe(name)}`, 1)),
    ],
  });
}

/** Templates that git would not take, by the rule that ignores them. */
export function templateIgnoredDefects(templates: readonly Verdict[], facts: CoverageFacts): Defect[] {
  return byCause(templates.filter(verdict => verdict.isIgnored)).flatMap(hidden => {
    const rule = hidden[0]?.rule;
    if (!rule) return [];
    const lost = hidden.filter(({ path }) => facts.present.has(path) && !facts.tracked.has(path));
    const isFolderRule = hidden.every(verdict => verdict.isFolderIgnored);
    return [
      defect({
        ruleId: 'env-template-ignored',
        severity: lost.length > 0 ? 'medium' : 'low',
        path: rule.source,
        name: rule.pattern,
        reasons: [
          `${placeOf(rule)} (${rule.pattern}) ignores ${listed(hidden.map(({ path }) => path))}`,
          ...(lost.length > 0 ? ['it is on the disk, but git has never taken it'] : []),
          ...(isFolderRule
            ? [
                'the rule ignores the whole folder: git cannot take back a file in it, only another rule for the folder helps',
              ]
            : []),
        ],
        occurrences: [
          placeAt(rule.source, rule.line),
          ...hidden.slice(0, MAX_PLACES).map(({ path }) => placeAt(path, 1)),
        ],
      }),
    ];
  });
}

/** `apps/web/.gitignore:3` */
export function placeOf({ source, line }: IgnoreRule): string {
  return `${source}:${line}`;
}

function inFolders(folders: readonly BytePath[]): string {
  const names = folders.map(folder => (folder === '' ? 'the root' : folder));
  return folders.length === 1 ? (names[0] ?? '') : `${folders.length} folders: ${listed(names)}`;
}

/** The first few of a list, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}
