// What an audit of env files sees: several gits side by side, and the code while the last of them still look. Judges nothing.

import type { EnvOptions } from './config/resolve.js';
import { type AppGroup, groupApps, type TemplateFile } from './env/apps.js';
import { askCoverage, type Coverage } from './env/coverage.js';
import { envKindOf, envPathspecs, familiesWith } from './env/env-names.js';
import { type IgnoreFiles, namesTakenBack } from './env/ignore-files.js';
import { findPlaces, isVendored, type Places } from './env/places.js';
import { type Code, findCandidates, readCode } from './env/read-code.js';
import { ignoreFilesFor, readBlobs, type Survey, survey } from './env/survey.js';
import { checkSync, type SyncResult } from './env/sync-defects.js';
import { type IgnoreMirror, makeIgnoreMirror } from './git/ignore-mirror.js';
import { readMachineExcludes } from './git/machine-excludes.js';
import { type PathHistory, readPathHistory } from './sources/path-history.js';
import type { Session } from './sources/session.js';
import type { BytePath, Oid } from './types.js';

type Env = Readonly<Record<string, string | undefined>>;

export type LookInput = {
  session: Session;
  env: Env;
  options: EnvOptions;
  head: Oid | null;
  withHistory: boolean;
  onProgress: (() => void) | null;
};

/** What there is. The code is still being read. */
export type Seen = {
  survey: Survey;
  contents: ReadonlyMap<BytePath, Uint8Array>; // of env files and templates in the index
  past: PathHistory | null;
  code: Promise<Code>;
};

/** Everything that is judged. */
export type EnvFacts = Omit<Seen, 'code'> & {
  code: Code;
  places: Places;
  groups: readonly AppGroup[];
  sync: SyncResult;
  ignore: IgnoreFiles;
  coverage: Coverage;
  templates: ReadonlySet<BytePath>; // that are there, or should be
};

/**
 * Looks at a repository: what git lists, what the disk has, what the history had.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function see({ session, options, head, withHistory, onProgress }: LookInput): Promise<Seen> {
  const { names, isExcluded } = options;
  const { git, repository } = session;
  const isBare = repository.root === null;
  const isWanted = (path: BytePath) => envKindOf(path, names) === 'env' && !isVendored(path) && !isExcluded(path);
  // All gits begin at once. A failure is thrown where each is awaited.
  const candidates = isBare && head === null ? [] : findCandidates(git, isBare ? head : null);
  const past = withHistory ? readPathHistory(session, { pathspecs: envPathspecs(names), isWanted }) : null;
  past?.catch(() => {});
  const found = await survey({ git, repository, head, names, isExcluded });
  if (isBare && head === null)
    found.gaps.push({
      kind: 'nothing-scanned',
      what: repository.gitDir,
      reason: 'a bare repository without a commit at HEAD has no files to judge',
    });
  const code = readCode(found, { candidates, isExcluded, onFile: () => onProgress?.() });
  code.catch(() => {});
  const contents = await trackedContents(session, found);
  return { survey: found, contents, past: await past, code };
}

/**
 * Reads what is needed to judge it. What git would ignore is asked while the code is read.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function look({ session, env, options }: LookInput, seen: Seen): Promise<EnvFacts> {
  const { survey: found, contents, past } = seen;
  const { names, isExcluded, variables } = options;
  const places = findPlaces({ paths: allPaths(found, past), names, isExcluded });
  const ignore = await ignoreFilesFor(found, places.folders);
  const mirror = mirrorOf(session, ignore);
  try {
    const question = {
      git: session.git,
      mirror,
      readMachine: () => readMachineExcludes(session.git, session.repository, env),
    };
    const coverage = await askCoverage({
      ...question,
      folders: places.folders,
      families: familiesWith([...names, ...namesTakenBack(ignore.files.values())]),
      files: [...new Set([...found.tracked.keys(), ...found.disk.keys()])],
    });
    const code = await seen.code;
    const templates = templateFiles(found, contents);
    const groups = groupApps({ apps: places.apps, code: code.reads, templates: [...templates.values()] });
    const sync = checkSync({ groups, templates, isKnown: name => isKnown(name, variables) });
    // Where templates should be, only the code says.
    const missing = await askCoverage({
      ...question,
      folders: [],
      families: [],
      files: sync.expected.filter(path => !coverage.files.has(path)),
    });
    return {
      survey: found,
      past,
      code,
      contents,
      places,
      groups,
      sync,
      ignore,
      coverage: { ...coverage, files: new Map([...coverage.files, ...missing.files]) },
      templates: new Set([...templates.keys(), ...sync.expected]),
    };
  } finally {
    mirror.remove();
  }
}

function isKnown(name: string, variables: readonly string[]): boolean {
  return variables.some(known => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known));
}

function* allPaths(found: Survey, past: PathHistory | null): Generator<BytePath> {
  yield* found.oids.keys();
  yield* found.disk.keys();
  if (past) yield* past.byPath.keys();
}

async function trackedContents({ git }: Session, { tracked }: Survey): Promise<Map<BytePath, Uint8Array>> {
  const files = [...tracked.values()].filter(({ isLink }) => !isLink);
  const blobs = await readBlobs(
    git,
    files.map(({ oid }) => oid),
  );
  return new Map(
    files.flatMap(({ path, oid }) => {
      const bytes = blobs.get(oid);
      return bytes ? [[path, bytes] as const] : [];
    }),
  );
}

// As on the disk; what is not there, as in the index.
function templateFiles(found: Survey, contents: ReadonlyMap<BytePath, Uint8Array>): Map<BytePath, TemplateFile> {
  const files = new Map<BytePath, TemplateFile>();
  for (const { path, kind } of [...found.tracked.values(), ...found.disk.values()]) {
    const bytes = found.disk.get(path)?.bytes ?? contents.get(path);
    if (kind === 'template' && bytes && found.changed.get(path) !== 'gone') files.set(path, { path, bytes });
  }
  return files;
}

function mirrorOf({ git }: Session, ignore: IgnoreFiles): IgnoreMirror {
  const mirror = makeIgnoreMirror(git);
  for (const { path, bytes } of ignore.files.values()) {
    const reason = mirror.write(path, bytes);
    if (reason !== null) ignore.problems.push({ path, reason });
  }
  return mirror;
}
