// The code of a repository → the variables that it reads. git finds the files that could; only those are taken out and tokenised.

import { findFilesWith } from '../git/find-files.js';
import { describeObjects } from '../git/list-objects.js';
import { readObjects } from '../git/read-objects.js';
import type { Git } from '../git/run-git.js';
import type { BytePath, Gap, Oid } from '../types.js';
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
const MAY_BE_READ_BY_NAME = /\.(?:ya?ml|conf|properties|json)$|(?:docker|container)file|ignore$/i; // quickly, before the names are looked at one by one
const GENERATED = /\.min\.[cm]?js$|(?:^|\/)(?:dist|build|out|\.next|\.nuxt|coverage)\/|\.(?:bundle|chunk)\.js$/i;

const BATCH = 1000; // files that are worth two processes of git

/**
 * Asks git for the files that could read variables. That takes longest, so it begins at once, and the first of them are read while git
 * looks for more.
 *
 * @param treeish null: the index
 * @returns batches; a failure of git is thrown to whoever iterates them
 */
export function findCandidates(git: Git, treeish: Oid | null): AsyncIterable<readonly BytePath[]> {
  const found: BytePath[] = [];
  let onFull = () => {};
  const search = findFilesWith(git, { texts: [...readWords(), ...COMMANDS], treeish }, path => {
    if (found.push(path) >= BATCH) onFull();
  });
  const isLast = search.then(() => true);
  isLast.catch(() => {}); // so far nobody waits for it
  return batches();

  async function* batches() {
    for (let isOver = false; !isOver; ) {
      const isFull = new Promise<boolean>(done => {
        onFull = () => done(false);
        if (found.length >= BATCH) onFull();
      });
      isOver = await Promise.race([isLast, isFull]);
      yield found.splice(0);
    }
  }
}

export type CodeInput = {
  candidates: AsyncIterable<readonly BytePath[]> | readonly (readonly BytePath[])[];
  isExcluded: (path: BytePath) => boolean;
  onFile: () => void; // called once per file that is read
};

/** What was found in the files of a repository. */
export type Code = {
  reads: PlacedReads[];
  literals: PlacedEntries[]; // values of variables that reach browsers
  manifests: { path: BytePath; literals: readonly ManifestLiteral[] }[];
  controls: Map<BytePath, Uint8Array>; // files that say what goes into images, packages and uploads
  gaps: Gap[];
};

/** Reads the code of the index, and from the disk what differs there. What is found comes in the order of paths. */
export async function readCode(found: Survey, { candidates, isExcluded, onFile }: CodeInput): Promise<Code> {
  const code: Code = { reads: [], literals: [], manifests: [], controls: new Map(), gaps: [] };
  const taken = new Set<BytePath>();
  const isFresh = (path: BytePath) => {
    const isWanted =
      !taken.has(path) &&
      (canReadEnv(path) || canHoldLiterals(path) || isDoorControl(path)) &&
      !isVendored(path) &&
      !GENERATED.test(path) &&
      !isExcluded(path);
    if (isWanted) taken.add(path);
    return isWanted;
  };
  const reader: Reader = {
    ...found,
    code,
    large: new Set(),
    take: (path, bytes) => {
      onFile();
      return takeFile(path, bytes, code);
    },
  };
  const files = [...found.oids.keys()];
  await readChanged(
    reader,
    [...found.changed.keys()].filter(path => found.oids.has(path) && isFresh(path)),
  );
  await readObjectsOf(
    reader,
    files.filter(path => isReadWhateverItHolds(path) && isFresh(path)),
  );
  for await (const batch of candidates) await readObjectsOf(reader, batch.filter(isFresh));
  if (reader.large.size > 0) found.skipped.set('code larger than 2 MB', reader.large.size);
  return inOrder(code);
}

function isReadWhateverItHolds(path: BytePath): boolean {
  return MAY_BE_READ_BY_NAME.test(path) && (YAML.test(path) || isReadByName(path) || isDoorControl(path));
}

// The batches are as git happened to answer.
function inOrder({ reads, literals, manifests, controls, gaps }: Code): Code {
  const byPath = (a: { path: BytePath }, b: { path: BytePath }) => (a.path < b.path ? -1 : 1);
  return {
    reads: reads.sort(byPath),
    literals: literals.sort(byPath),
    manifests: manifests.sort(byPath),
    controls: new Map([...controls].sort(([a], [b]) => (a < b ? -1 : 1))),
    gaps: gaps.sort((a, b) => (a.what < b.what ? -1 : 1)),
  };
}

async function takeFile(path: BytePath, bytes: Uint8Array, code: Code): Promise<void> {
  if (isDoorControl(path)) code.controls.set(path, bytes);
  const reads = findReads(path, bytes);
  if (reads.reads.length + reads.dynamic.length + reads.envFiles.length > 0) code.reads.push({ path, ...reads });
  const entries = findBrowserLiterals(path, bytes);
  if (entries.length > 0) code.literals.push({ path, entries });
  if (!canHoldLiterals(path)) return;
  const { literals, isComplete } = await findManifestLiterals(path, bytes);
  if (literals.length > 0) code.manifests.push({ path, literals });
  if (!isComplete)
    code.gaps.push({
      kind: 'budget',
      what: path,
      reason: 'it could not be read to its end as YAML, so literal secrets in it may be missed',
    });
}

type Reader = Pick<Survey, 'git' | 'tree' | 'changed' | 'oids'> & {
  code: Code;
  large: Set<Oid>; // objects that were too large to be read
  take: (path: BytePath, bytes: Uint8Array) => Promise<void>;
};

// What lies on the disk is what the next commit will have; read there first and not again.
async function readChanged({ tree, changed, code, take }: Reader, paths: readonly BytePath[]): Promise<void> {
  for (const path of paths) {
    if (!tree || changed.get(path) === 'gone') continue;
    const file = tree.read(path);
    if ('bytes' in file) await take(path, file.bytes);
    else if (file.problem === 'unreadable')
      code.gaps.push({
        kind: 'file-unreadable',
        what: path,
        reason: 'it cannot be read, so its variables are not known',
      });
  }
}

async function readObjectsOf({ git, oids, code, large, take }: Reader, paths: readonly BytePath[]): Promise<void> {
  const pathsOf = new Map<Oid, BytePath[]>();
  for (const path of paths) {
    const oid = oids.get(path) ?? '';
    const list = pathsOf.get(oid);
    if (list) list.push(path);
    else pathsOf.set(oid, [path]);
  }
  const { objects } = await describeObjects(git, [...pathsOf.keys()]);
  for (const { oid, size } of objects) if (size > MAX_BYTES) large.add(oid);
  for await (const object of readObjects(
    git,
    [...pathsOf.keys()].filter(oid => !large.has(oid)),
  )) {
    for (const path of pathsOf.get(object.oid) ?? []) {
      if ('bytes' in object) await take(path, object.bytes);
      else
        code.gaps.push({
          kind: object.type === 'missing' ? 'object-missing' : 'object-unreadable',
          what: `${path} (${object.oid})`,
          reason: 'it cannot be read, so its variables are not known',
        });
    }
  }
}
