// A temporary GIT_DIR of our own with an empty config, so that nothing the scanned repository configures is ever executed:
// its objects and index come in through the environment. test/hostile/traps.test.ts holds it.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Repository, readText } from './repository.js';

export type PrivateDir = {
  dir: string;
  env: Record<string, string>;
  /** Commits whose parents are to be taken as absent. */
  writeShallow(oids: readonly string[]): void;
  /** The edge that a shallow clone names. */
  shallowOf(commonDir: string): string[];
  /** Removes the folder; called on every way out. */
  remove(): void;
};

type Env = Readonly<Record<string, string | undefined>>;

const KEPT_VARIABLES = [
  'PATH',
  'Path',
  'SystemRoot',
  'SYSTEMROOT',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  'ASAN_OPTIONS',
];

/** Makes the folder and the environment that every git process of a scan runs with. */
export function makePrivateDir(repository: Repository, env: Env): PrivateDir {
  const dir = mkdtempSync(join(temporaryRoot(env), 'leakgate-'));
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(join(dir, 'config'), configFor(repository.objectFormat));
  mkdirSync(join(dir, 'objects'));
  mkdirSync(join(dir, 'refs'));
  linkSharedIndex(repository, dir);
  let isRemoved = false;
  return {
    dir,
    env: gitEnv(repository, dir, env),
    writeShallow: oids => writeFileSync(join(dir, 'shallow'), oids.map(oid => `${oid}\n`).join('')),
    shallowOf: commonDir =>
      (readText(join(commonDir, 'shallow')) ?? '').split('\n').filter(line => /^[0-9a-f]{40,64}$/.test(line)),
    remove: () => {
      if (!isRemoved) removeFolder(dir);
      isRemoved = true;
    },
  };
}

// Files beside the objects may say of commits and packs what the objects do not: git must not look at them.
function configFor(objectFormat: Repository['objectFormat']): string {
  const core = '\tbare = true\n\tcommitGraph = false\n\tmultiPackIndex = false\n';
  if (objectFormat === 'sha1') return `[core]\n\trepositoryformatversion = 0\n${core}`;
  return `[core]\n\trepositoryformatversion = 1\n${core}[extensions]\n\tobjectformat = sha256\n`;
}

// fs.rmSync with `recursive` loads a module of its own, which a hook would wait for; our folder is flat but for two empty ones.
function removeFolder(dir: string): void {
  try {
    for (const name of readdirSync(dir)) {
      if (name === 'objects' || name === 'refs') rmdirSync(join(dir, name));
      else unlinkSync(join(dir, name));
    }
    rmdirSync(dir);
  } catch {
    rmSync(dir, { recursive: true, force: true }); // git left something there, or it is gone already
  }
}

// As os.tmpdir() does; loading node:os takes longer than the rest of this file.
function temporaryRoot(env: Env): string {
  const windows = env.TEMP ?? env.TMP ?? `${env.SystemRoot ?? 'C:\\Windows'}\\temp`;
  return process.platform === 'win32' ? windows : (env.TMPDIR ?? env.TMP ?? env.TEMP ?? '/tmp');
}

function gitEnv(repository: Repository, dir: string, env: Env): Record<string, string> {
  const kept = Object.fromEntries(
    KEPT_VARIABLES.flatMap(name => (env[name] === undefined ? [] : [[name, env[name] as string]])),
  );
  return {
    ...kept,
    HOME: dir,
    XDG_CONFIG_HOME: dir,
    GIT_DIR: dir,
    GIT_OBJECT_DIRECTORY: repository.objectsDir,
    ...(repository.alternateDirs === null ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: repository.alternateDirs }),
    GIT_INDEX_FILE: repository.indexFile,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
    LANGUAGE: '',
  };
}

// A split index names its base by hash; git looks for it in GIT_DIR.
function linkSharedIndex(repository: Repository, dir: string): void {
  const from = dirname(repository.indexFile);
  let names: string[] = [];
  try {
    names = readdirSync(from).filter(name => /^sharedindex\.[0-9a-f]+$/.test(name));
  } catch {
    return; // no folder, no index: git says so itself
  }
  for (const name of names) symlinkSync(join(from, name), join(dir, name));
}
