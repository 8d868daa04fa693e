// The env checks of a commit that is about to be made: env files that it would add, and ignore rules that it would take away. Judged by
// the index alone; loaded only when a staged name calls for it.

import type { Options } from './config/resolve.js';
import type { Engine } from './engine/compile-rules.js';
import { askCoverage, type Coverage } from './env/coverage.js';
import { coverageDefects } from './env/coverage-defects.js';
import { envKindOf, familiesWith } from './env/env-names.js';
import { readIgnoreFiles } from './env/ignore-files.js';
import { findPlaces, isVendored } from './env/places.js';
import { readBlobs } from './env/survey.js';
import { cleanerOf } from './env-clean.js';
import { addedDefect } from './env-file-defects.js';
import type { Defect } from './env-rules.js';
import { byPath } from './env-secrets.js';
import { buildEnvFindings } from './findings/build-env-findings.js';
import { compareFindings } from './findings/build-findings.js';
import { makeIgnoreMirror } from './git/ignore-mirror.js';
import { listIndex } from './git/list-tree.js';
import type { Session } from './sources/session.js';
import type { BytePath, Change, Oid, ScanResult } from './types.js';

export type StagedEnvInput = {
  session: Session;
  options: Options;
  engine: Engine;
  today: string; // YYYY-MM-DD
  showSecrets: boolean;
};

/** Adds what the env checks say about a commit to the result of its scan. */
export async function checkStagedEnv(
  result: ScanResult,
  changes: readonly Change[],
  input: StagedEnvInput,
): Promise<ScanResult> {
  const { options } = input;
  const defects = [...added(result, changes, input), ...(await uncovered(changes, input))].filter(
    ({ ruleId }) => !options.env.disabled.has(ruleId),
  );
  if (defects.length === 0) return result;
  const findings = buildEnvFindings(defects, {
    suppress: { ...options, today: input.today },
    severities: options.env.severities,
    clean: cleanerOf(input, defects),
    scope: { mode: 'staged', now: new Date(result.finishedAt), isComplete: result.gaps.length === 0 },
  });
  return { ...result, findings: [...result.findings, ...findings].sort(compareFindings) };
}

const isZero = (oid: Oid) => /^0+$/.test(oid);

function isOurs(path: BytePath, { env }: Options): boolean {
  return !isVendored(path) && !env.isExcluded(path);
}

// Only files that the commit would add: whoever tracks one on purpose may change it, and the scan looks at what is new in it.
function added(result: ScanResult, changes: readonly Change[], { options }: StagedEnvInput): Defect[] {
  const secrets = byPath(result.findings);
  return changes
    .filter(({ path, before, after, mode }) => {
      const isNew = before.every(isZero) && !isZero(after) && mode !== '160000';
      return isNew && envKindOf(path, options.env.names) === 'env' && isOurs(path, options);
    })
    .map(({ path, after, mode }) => addedDefect({ path, oid: after, isLink: mode === '120000' }, secrets));
}

// Names that the ignore files of HEAD cover, and those of the index do not.
async function uncovered(changes: readonly Change[], input: StagedEnvInput): Promise<Defect[]> {
  const rules = changes.filter(({ path }) => path === '.gitignore' || path.endsWith('/.gitignore'));
  if (rules.length === 0) return [];
  const entries = await listIndex(input.session.git);
  const after = new Map<BytePath, Oid>();
  for (const { path, oid } of entries) if (path.endsWith('.gitignore')) after.set(path, oid);
  const before = new Map(after);
  for (const {
    path,
    before: [oid = '0'],
  } of rules) {
    if (isZero(oid)) before.delete(path);
    else before.set(path, oid);
  }
  const { folders } = findPlaces({
    paths: entries.map(({ path }) => path),
    names: input.options.env.names,
    isExcluded: input.options.env.isExcluded,
  });
  const below = folders.filter(folder =>
    rules.some(({ path }) => `${folder}/`.startsWith(path.slice(0, -'.gitignore'.length))),
  );
  const [was, is] = [await ask(input, below, before), await ask(input, below, after)];
  return coverageDefects(newlyOpen(was, is), { present: new Set(), tracked: new Set() }).map(defect => ({
    ...defect,
    severity: 'high',
    reasons: [...defect.reasons, 'git ignores it now, and would not after this commit'],
  }));
}

async function ask(
  { session, options }: StagedEnvInput,
  folders: readonly BytePath[],
  tracked: ReadonlyMap<BytePath, Oid>,
): Promise<Coverage> {
  const mirror = makeIgnoreMirror(session.git);
  try {
    const readFiles = (oids: readonly Oid[]) => readBlobs(session.git, oids);
    const { files } = await readIgnoreFiles(folders, { tree: null, tracked, readBlobs: readFiles });
    for (const { path, bytes } of files.values()) mirror.write(path, bytes);
    return await askCoverage({
      git: session.git,
      mirror,
      folders,
      families: familiesWith(options.env.names),
      files: [],
      readMachine: async () => null,
    });
  } finally {
    mirror.remove();
  }
}

function newlyOpen(was: Coverage, is: Coverage): Coverage {
  const covered = new Set(
    [...was.names.values()]
      .flat()
      .filter(({ isIgnored }) => isIgnored)
      .map(({ path }) => path),
  );
  const names = new Map(
    [...is.names].map(([family, verdicts]) => [family, verdicts.filter(({ path }) => covered.has(path))]),
  );
  return { names, files: new Map() };
}
