// The `.gitignore` files that can say something about some folders: those in them and above them, as bytes.

import type { BytePath, Oid } from '../types.js';
import { envKindOf } from './env-names.js';
import { folderOf, inFolder, type WorkTree } from './work-tree.js';

export type IgnoreFile = {
  path: BytePath;
  bytes: Uint8Array;
  isCommitted: boolean; // the same in the index
};

export type IgnoreFiles = {
  files: Map<BytePath, IgnoreFile>;
  problems: { path: BytePath; reason: string }[]; // that could not be read
  idle: { path: BytePath; reason: string }[]; // in which git finds no rules, whatever it looks like
};

export type IgnoreSource = {
  tree: WorkTree | null; // null: only what is committed counts
  tracked: ReadonlyMap<BytePath, Oid>; // `.gitignore` files in the index or the tree
  readBlobs: (oids: readonly Oid[]) => Promise<Map<Oid, Uint8Array>>;
};

/** Every folder in question and all above them. */
export function withParents(folders: Iterable<BytePath>): Set<BytePath> {
  const all = new Set<BytePath>(['']);
  for (const folder of folders) for (let at = folder; !all.has(at); at = folderOf(at)) all.add(at);
  return all;
}

/**
 * Reads them: from the disk where there is one, and from the objects what is not checked out.
 *
 * A link or a folder of that name is no ignore file to git either; it is named.
 */
export async function readIgnoreFiles(folders: Iterable<BytePath>, source: IgnoreSource): Promise<IgnoreFiles> {
  const result: IgnoreFiles = { files: new Map(), problems: [], idle: [] };
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
    if ('bytes' in file) {
      result.files.set(path, file);
      const reason = whyIdle(file.bytes);
      if (reason !== null) result.idle.push({ path, reason });
    } else (file.isLink ? result.idle : result.problems).push({ path, reason: file.reason });
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
): IgnoreFile | { reason: string; isLink: boolean } | null {
  const file = tree.has(path) ? tree.read(path) : ({ problem: 'missing' } as const);
  if ('bytes' in file) return { path, bytes: file.bytes, isCommitted: isSame(file.bytes, committed) };
  // In a sparse checkout git reads it from the index; a folder that is there without it has lost it.
  if (file.problem === 'missing') return tree.names(folderOf(path)).length > 0 ? null : asCommitted(path, committed);
  if (file.problem === 'link')
    return { reason: 'it is a link, or behind one: git reads no rules from there', isLink: true };
  if (file.problem === 'not-a-file') return { reason: 'it is no file', isLink: true };
  return { reason: file.problem === 'too-large' ? 'it is too large' : 'it cannot be read', isLink: false };
}

/** Names of env files that rules take back by name: whether git would take them is worth a question each. */
export function namesTakenBack(files: Iterable<IgnoreFile>): string[] {
  const names = new Set<string>();
  for (const { bytes } of files)
    for (const [, name = ''] of Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/^!(?:[^\n]*\/)?([\w.@+-]+)[ \t\r]*$/gm))
      if (envKindOf(name) === 'env') names.add(name);
  return [...names];
}

// Text that git takes for one long pattern, or for none.
function whyIdle(bytes: Uint8Array): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return 'it is written in UTF-16, which git does not read; write it as UTF-8';
  if (bytes.includes(0x0d) && !bytes.includes(0x0a))
    return 'its lines end with CR alone, so that git takes it for one line; end them with LF';
  return null;
}

// Git may have written other line ends than it keeps.
function isSame(bytes: Buffer, committed: Uint8Array | null): boolean {
  if (committed === null) return false;
  const plain = (text: Uint8Array) =>
    Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1').replaceAll('\r\n', '\n');
  return bytes.equals(committed) || plain(bytes) === plain(committed);
}
