// What an audit of env files sees: three gits side by side, then the code, then what git would take. Judges nothing.

import type { EnvOptions } from './config/resolve.js';
import { type AppGroup, groupApps, type TemplateFile } from './env/apps.js';
import { askCoverage, type Coverage } from './env/coverage.js';
import { envKindOf, envPathspecs, familiesWith } from './env/env-names.js';
import { type IgnoreFiles, namesTakenBack } from './env/ignore-files.js';
import { findPlaces, isVendored, type Places } from './env/places.js';
import { type Code, findCandidates, readCode } from './env/read-code.js';
import { ignoreFilesFor, readBlobs, type Survey, survey } from './env/survey.js';
import { checkSync, type SyncResult } from './env/sync-defects.js';
import { makeIgnoreMirror } from './git/ignore-mirror.js';
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

/** Everything that is judged. */
export type EnvFacts = {
  survey: Survey;
  past: PathHistory | null;
  code: Code;
  contents: ReadonlyMap<BytePath, Uint8Array>; // of env files and templates in the index
  places: Places;
  groups: readonly AppGroup[];
  sync: SyncResult;
  ignore: IgnoreFiles;
  coverage: Coverage;
  templates: ReadonlySet<BytePath>; // that are there, or should be
};

/**
 * Looks at a repository.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function look(input: LookInput): Promise<EnvFacts> {
  const { survey: found, past, code } = await see(input);
  const contents = await trackedContents(input.session, found);
  const places = findPlaces({
    paths: allPaths(found, past),
    readers: code.reads.map(({ path }) => path),
    names: input.options.names,
    isExcluded: input.options.isExcluded,
  });
  const templates = templateFiles(found, contents);
  const groups = groupApps({ apps: places.apps, code: code.reads, templates: [...templates.values()] });
  const sync = checkSync({ groups, templates, isKnown: name => isKnown(name, input.options.variables) });
  const wanted = new Set([...templates.keys(), ...sync.expected]);
  const facts = { survey: found, past, code, contents, places, groups, sync, templates: wanted };
  return { ...facts, ...(await askGit(input, facts)) };
}

function isKnown(name: string, variables: readonly string[]): boolean {
  return variables.some(known => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known));
}

type Seen = Pick<EnvFacts, 'survey' | 'past' | 'code'>;

async function see({ session, options, head, withHistory, onProgress }: LookInput): Promise<Seen> {
  const { names, isExcluded } = options;
  const { git, repository } = session;
  const isBare = repository.root === null;
  const isWanted = (path: BytePath) => envKindOf(path, names) === 'env' && !isVendored(path) && !isExcluded(path);
  // Three gits work side by side. A failure is thrown where each is awaited.
  const candidates = isBare && head === null ? Promise.resolve([]) : findCandidates(git, isBare ? head : null);
  const past = withHistory ? readPathHistory(session, { pathspecs: envPathspecs(names), isWanted }) : null;
  for (const started of [candidates, past]) started?.catch(() => {});
  const found = await survey({ git, repository, head, names, isExcluded });
  if (isBare && head === null)
    found.gaps.push({
      kind: 'nothing-scanned',
      what: repository.gitDir,
      reason: 'a bare repository without a commit at HEAD has no files to judge',
    });
  const code = await readCode(found, { candidates, isExcluded, onFile: () => onProgress?.() });
  return { survey: found, past: await past, code };
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

type Asked = Pick<EnvFacts, 'survey' | 'places' | 'templates'>;

async function askGit({ session, env, options }: LookInput, { survey: found, places, templates }: Asked) {
  const files = [...new Set([...found.tracked.keys(), ...found.disk.keys(), ...templates])];
  const ignore = await ignoreFilesFor(found, places.folders);
  const mirror = makeIgnoreMirror(session.git);
  try {
    for (const { path, bytes } of ignore.files.values()) {
      const reason = mirror.write(path, bytes);
      if (reason !== null) ignore.problems.push({ path, reason });
    }
    const coverage = await askCoverage({
      git: session.git,
      mirror,
      folders: places.folders,
      families: familiesWith([...options.names, ...namesTakenBack(ignore.files.values())]),
      files,
      readMachine: () => readMachineExcludes(session.git, session.repository, env),
    });
    return { ignore, coverage };
  } finally {
    mirror.remove();
  }
}
