// What there is to judge: files of the index (of HEAD in a bare repository), env files on the disk, ignore files. Reads, decides nothing.

import { findChangedFiles } from '../git/find-files.js';
import { type Entry, listTree, readIndex } from '../git/list-tree.js';
import { readObjects } from '../git/read-objects.js';
import type { Repository } from '../git/repository.js';
import type { Git } from '../git/run-git.js';
import type { BytePath, Gap, Oid } from '../types.js';
import { type EnvKind, envKindOf, mayNameEnvFile } from './env-names.js';
import { type IgnoreFiles, readIgnoreFiles } from './ignore-files.js';
import { isVendored } from './places.js';
import { folderOf, inFolder, WorkTree } from './work-tree.js';

const LINK = '120000';
const SUBMODULE = '160000';

export type TrackedFile = { path: BytePath; oid: Oid; kind: EnvKind; isLink: boolean };
export type DiskFileFound = { path: BytePath; kind: EnvKind; bytes: Uint8Array };

export type Survey = {
  git: Git;
  tree: WorkTree | null; // null: a bare repository
  treeish: Oid | null; // what is judged instead of the index
  oids: ReadonlyMap<BytePath, Oid>; // of every file; of one in conflict the last version
  changed: ReadonlyMap<BytePath, 'changed' | 'gone'>; // on the disk
  tracked: ReadonlyMap<BytePath, TrackedFile>; // env files, templates, encrypted ones
  disk: ReadonlyMap<BytePath, DiskFileFound>; // the same on the disk
  skipped: Map<string, number>;
  gaps: Gap[];
};

export type SurveyInput = {
  git: Git;
  repository: Repository;
  head: Oid | null;
  names: readonly string[]; // of the config
  isExcluded: (path: BytePath) => boolean;
};

/**
 * Looks at a repository.
 *
 * @throws {LeakgateError} GIT_FAILED when its files cannot be listed
 */
export async function survey(input: SurveyInput): Promise<Survey> {
  const { git, repository, head } = input;
  const tree = repository.root === null ? null : new WorkTree(repository.root);
  const treeish = tree ? null : head;
  const oids = new Map<BytePath, Oid>();
  const found: Survey = {
    git,
    tree,
    treeish,
    oids,
    changed: new Map(),
    tracked: new Map(),
    disk: new Map(),
    skipped: new Map(),
    gaps: [],
  };
  const tracked = new Map<BytePath, TrackedFile>();
  const take = (entry: Entry) => {
    if (entry.mode !== SUBMODULE) oids.set(entry.path, entry.oid);
    takeTracked(entry, input, { tracked, skipped: found.skipped });
  };
  const [changed] = await Promise.all([
    tree ? findChangedFiles(git, tree.root) : found.changed,
    tree ? readIndex(git, take) : treeish === null ? null : listTree(git, treeish).then(list => list.forEach(take)),
  ]);
  const disk = tree ? filesOnDisk(tree, input, found) : found.disk;
  return { ...found, changed, tracked, disk };
}

type Found = Pick<Survey, 'skipped' | 'gaps' | 'oids'>;

function skip({ skipped }: Pick<Survey, 'skipped'>, reason: string): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
}

function isOurs(path: BytePath, { isExcluded }: SurveyInput): boolean {
  return !isVendored(path) && !isExcluded(path);
}

function takeTracked(
  { path, oid, mode }: Entry,
  input: SurveyInput,
  found: { tracked: Map<BytePath, TrackedFile>; skipped: Map<string, number> },
): void {
  const kind = envKindOf(path, input.names);
  if (kind === null || !isOurs(path, input)) return;
  if (mode === SUBMODULE) skip(found, 'submodule with the name of an env file');
  else found.tracked.set(path, { path, oid, kind, isLink: mode === LINK });
}

// In every folder that git knows: what lies elsewhere is in ignored folders, or nobody has added anything there yet.
function filesOnDisk(tree: WorkTree, input: SurveyInput, found: Found): Map<BytePath, DiskFileFound> {
  const disk = new Map<BytePath, DiskFileFound>();
  for (const folder of foldersOf(found.oids.keys())) {
    if (folder !== '' && !isOurs(folder, input)) continue;
    const isTelling = mayNameEnvFile(folder, input.names);
    for (const name of tree.names(folder)) {
      if (!isTelling && !mayNameEnvFile(name, input.names)) continue;
      const path = inFolder(folder, name);
      const kind = envKindOf(path, input.names);
      if (kind === null || !isOurs(path, input)) continue;
      const type = tree.typeOf(path);
      if (type !== 'file')
        skip(found, type === 'folder' ? 'folder with the name of an env file' : 'link with the name of an env file');
      else takeFile(tree, { path, kind }, { disk, gaps: found.gaps });
    }
  }
  return disk;
}

// The index is sorted: files of a folder mostly follow each other.
function foldersOf(paths: Iterable<BytePath>): Set<BytePath> {
  const folders = new Set<BytePath>(['']);
  let last = '';
  for (const path of paths) {
    if (path[last.length] === '/' && path.indexOf('/', last.length + 1) === -1 && path.startsWith(last)) continue;
    last = folderOf(path);
    folders.add(last);
  }
  return folders;
}

function takeFile(
  tree: WorkTree,
  { path, kind }: { path: BytePath; kind: EnvKind },
  { disk, gaps }: { disk: Map<BytePath, DiskFileFound>; gaps: Gap[] },
): void {
  const file = tree.read(path);
  if ('bytes' in file) disk.set(path, { path, kind, bytes: file.bytes });
  else if (file.problem !== 'missing')
    gaps.push({
      kind: 'file-unreadable',
      what: path,
      reason: file.problem === 'too-large' ? 'it is too large for an env file' : 'it cannot be read',
    });
}

/** The ignore files that can say something about some folders. */
export function ignoreFilesFor(found: Survey, folders: readonly BytePath[]): Promise<IgnoreFiles> {
  const tracked = new Map<BytePath, Oid>();
  for (const [path, oid] of found.oids)
    if (path === '.gitignore' || path.endsWith('/.gitignore')) tracked.set(path, oid);
  return readIgnoreFiles(folders, { tree: found.tree, tracked, readBlobs: oids => readBlobs(found.git, oids) });
}

/** Blobs by id; what cannot be read is left out. */
export async function readBlobs(git: Git, oids: readonly Oid[]): Promise<Map<Oid, Uint8Array>> {
  const blobs = new Map<Oid, Uint8Array>();
  for await (const object of readObjects(git, [...new Set(oids)]))
    if ('bytes' in object && object.type === 'blob') blobs.set(object.oid, object.bytes);
  return blobs;
}
