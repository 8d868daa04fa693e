// The code of a repository → the variables that it reads. git finds the files that could; only those are taken out and tokenised.

import { findFilesWith } from '../git/find-files.js';
import { describeObjects } from '../git/list-objects.js';
import { readObjects } from '../git/read-objects.js';
import type { Git } from '../git/run-git.js';
import type { BytePath, Oid } from '../types.js';
import { findBrowserLiterals } from './browser-literals.js';
import { isDoorControl } from './doors.js';
import type { PlacedEntries } from './exposure.js';
import { canHoldLiterals, findManifestLiterals, type ManifestLiteral } from './manifests.js';
import { isVendored } from './places.js';
import { isReadByName, readWords } from './reads/families.js';
import { canReadEnv, findReads } from './reads/find-reads.js';
import type { Survey } from './survey.js';
import type { PlacedReads } from './types.js';

const MAX_BYTES = 2 * 1024 * 1024; // no source file of a person is longer; generated ones name no variables of their own
const COMMANDS = ['from-literal', 'secret create']; // kubectl and docker, in docs and scripts
const YAML = /\.ya?ml$/i;
const MAY_BE_READ_BY_NAME = /\.(?:ya?ml|conf|properties|json)$|file|ignore$/i; // quickly, before the names are looked at one by one
const GENERATED = /\.min\.[cm]?js$|(?:^|\/)(?:dist|build|out|\.next|\.nuxt|coverage)\/|\.(?:bundle|chunk)\.js$/i;

/** Asks git for the files that could read variables; that takes longest, so it begins first. @param treeish null: the index */
export function findCandidates(git: Git, treeish: Oid | null): Promise<BytePath[]> {
  return findFilesWith(git, [...readWords(), ...COMMANDS], treeish);
}

export type CodeInput = {
  candidates: Promise<readonly BytePath[]>;
  isExcluded: (path: BytePath) => boolean;
  onFile: () => void; // called once per file that is read
};

/** What was found in the files of a repository. */
export type Code = {
  reads: PlacedReads[];
  literals: PlacedEntries[]; // values of variables that reach browsers
  manifests: { path: BytePath; literals: readonly ManifestLiteral[] }[];
  controls: Map<BytePath, Uint8Array>; // files that say what goes into images, packages and uploads
};

/** Reads the code of the index, and from the disk what differs there. */
export async function readCode(found: Survey, { candidates, isExcluded, onFile }: CodeInput): Promise<Code> {
  const code: Code = { reads: [], literals: [], manifests: [], controls: new Map() };
  const isWanted = (path: BytePath) =>
    (canReadEnv(path) || canHoldLiterals(path) || isDoorControl(path)) &&
    !isVendored(path) &&
    !GENERATED.test(path) &&
    !isExcluded(path);
  const paths = new Set<BytePath>();
  for (const path of await candidates) if (isWanted(path)) paths.add(path);
  for (const path of found.changed.keys()) if (found.oids.has(path) && isWanted(path)) paths.add(path);
  for (const path of found.oids.keys())
    if (
      MAY_BE_READ_BY_NAME.test(path) &&
      (YAML.test(path) || isReadByName(path) || isDoorControl(path)) &&
      isWanted(path)
    )
      paths.add(path);
  const take = async (path: BytePath, bytes: Uint8Array) => {
    onFile();
    await takeFile(path, bytes, { code, found });
  };
  await readChanged(found, paths, take);
  await readObjectsOf(found, paths, take);
  for (const list of [code.reads, code.literals, code.manifests]) list.sort((a, b) => (a.path < b.path ? -1 : 1));
  return code;
}

async function takeFile(
  path: BytePath,
  bytes: Uint8Array,
  { code, found }: { code: Code; found: Survey },
): Promise<void> {
  if (isDoorControl(path)) code.controls.set(path, bytes);
  const reads = findReads(path, bytes);
  if (reads.reads.length + reads.dynamic.length + reads.envFiles.length > 0) code.reads.push({ path, ...reads });
  const entries = findBrowserLiterals(path, bytes);
  if (entries.length > 0) code.literals.push({ path, entries });
  if (!canHoldLiterals(path)) return;
  const { literals, isComplete } = await findManifestLiterals(path, bytes);
  if (literals.length > 0) code.manifests.push({ path, literals });
  if (!isComplete)
    found.gaps.push({
      kind: 'budget',
      what: path,
      reason: 'it could not be read to its end as YAML, so literal secrets in it may be missed',
    });
}

type Take = (path: BytePath, bytes: Uint8Array) => Promise<void>;

// What lies on the disk is what the next commit will have; read there first and not again.
async function readChanged({ tree, changed, gaps }: Survey, paths: Set<BytePath>, take: Take): Promise<void> {
  for (const path of [...paths]) {
    const change = changed.get(path);
    if (!tree || change === undefined) continue;
    paths.delete(path);
    if (change === 'gone') continue;
    const file = tree.read(path);
    if ('bytes' in file) await take(path, file.bytes);
    else if (file.problem === 'unreadable')
      gaps.push({ kind: 'file-unreadable', what: path, reason: 'it cannot be read, so its variables are not known' });
  }
}

async function readObjectsOf(found: Survey, paths: ReadonlySet<BytePath>, take: Take): Promise<void> {
  const pathsOf = new Map<Oid, BytePath[]>();
  for (const path of paths) {
    const oid = found.oids.get(path) ?? '';
    const list = pathsOf.get(oid);
    if (list) list.push(path);
    else pathsOf.set(oid, [path]);
  }
  const { objects } = await describeObjects(found.git, [...pathsOf.keys()]);
  const isLarge = new Set(objects.filter(({ size }) => size > MAX_BYTES).map(({ oid }) => oid));
  if (isLarge.size > 0) found.skipped.set('code larger than 2 MB', isLarge.size);
  for await (const object of readObjects(
    found.git,
    [...pathsOf.keys()].filter(oid => !isLarge.has(oid)),
  )) {
    for (const path of pathsOf.get(object.oid) ?? []) {
      if ('bytes' in object) await take(path, object.bytes);
      else
        found.gaps.push({
          kind: object.type === 'missing' ? 'object-missing' : 'object-unreadable',
          what: `${path} (${object.oid})`,
          reason: 'it cannot be read, so its variables are not known',
        });
    }
  }
}
