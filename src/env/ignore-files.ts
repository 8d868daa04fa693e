// The `.gitignore` files that can say something about some folders: those in them and above them, as bytes.

import type { BytePath, Oid } from '../types.js';
import { inFolder, upwards, type WorkTree } from './work-tree.js';

export type IgnoreFile = {
  path: BytePath;
  bytes: Uint8Array;
  isCommitted: boolean | null; // the same in the index; null: not known
};

export type IgnoreFiles = { files: Map<BytePath, IgnoreFile>; problems: { path: BytePath; reason: string }[] };

export type IgnoreSource = {
  tree: WorkTree | null; // null: only what is committed counts
  tracked: ReadonlyMap<BytePath, Oid>; // `.gitignore` files in the index or the tree
  readBlobs: (oids: readonly Oid[]) => Promise<Map<Oid, Uint8Array>>;
};

/** Every folder in question and all above them. */
export function withParents(folders: Iterable<BytePath>): Set<BytePath> {
  const all = new Set<BytePath>(['']);
  for (const folder of folders)
    for (const at of upwards(folder)) {
      if (all.has(at) && at !== '') break;
      all.add(at);
    }
  return all;
}

/**
 * Reads them: from the disk where there is one, and from the objects what is not checked out.
 *
 * A link or a folder of that name is no ignore file to git either; it is named.
 */
export async function readIgnoreFiles(folders: Iterable<BytePath>, source: IgnoreSource): Promise<IgnoreFiles> {
  const result: IgnoreFiles = { files: new Map(), problems: [] };
  const paths = [...withParents(folders)].map(folder => inFolder(folder, '.gitignore'));
  const wanted = paths.flatMap(path => source.tracked.get(path) ?? []);
  const blobs = await source.readBlobs([...new Set(wanted)]);
  for (const path of paths) {
    const oid = source.tracked.get(path);
    const committed = oid === undefined ? null : (blobs.get(oid) ?? null);
    if (oid !== undefined && committed === null)
      result.problems.push({ path, reason: 'the committed version cannot be read' });
    const file = source.tree ? fromDisk(source.tree, path, committed) : asCommitted(path, committed);
    if (!file) continue;
    if ('reason' in file) result.problems.push(file);
    else result.files.set(path, file);
  }
  return result;
}

function asCommitted(path: BytePath, bytes: Uint8Array | null): IgnoreFile | null {
  return bytes && { path, bytes, isCommitted: true };
}

function fromDisk(
  tree: WorkTree,
  path: BytePath,
  committed: Uint8Array | null,
): IgnoreFile | { path: BytePath; reason: string } | null {
  const file = tree.read(path);
  if ('bytes' in file) return { path, bytes: file.bytes, isCommitted: isSame(file.bytes, committed) };
  // In a sparse checkout git reads it from the index; a folder that is there without it has lost it.
  if (file.problem === 'missing')
    return tree.list(path.slice(0, -'.gitignore'.length - 1)).length > 0 ? null : asCommitted(path, committed);
  if (file.problem === 'link')
    return { path, reason: 'it is a link, or behind one: git does not read ignore rules from there' };
  if (file.problem === 'not-a-file') return null;
  return { path, reason: file.problem === 'too-large' ? 'it is too large' : 'it cannot be read' };
}

// Git may have written other line ends than it keeps.
function isSame(bytes: Buffer, committed: Uint8Array | null): boolean {
  if (committed === null) return false;
  const plain = (text: Uint8Array) =>
    Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1').replaceAll('\r\n', '\n');
  return bytes.equals(committed) || plain(bytes) === plain(committed);
}
