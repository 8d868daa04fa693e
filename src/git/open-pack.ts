// The packs of an object directory, and one of them opened: index and file that belong together.
// Format: git Documentation/gitformat-pack.adoc

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import { PACK_HEADER_BYTES, PackFile } from './pack-file.js';
import { type PackIndex, readPackIndex } from './pack-index.js';

/** A pack that can be read. Entries are numbered by their place in it, from 0. */
export type Pack = {
  readonly index: PackIndex;
  readonly file: PackFile;
  close(): void;
};

export type PackList = {
  bases: string[]; // paths without .pack and .idx
  hasMultiPackIndex: boolean; // git then asks that one, but keeps the index of each pack beside it
};

/** Names the packs of an object directory that have an index; those without one are no packs to git, either. */
export function listPacks(objectsDir: string): PackList {
  const dir = join(objectsDir, 'pack');
  const names = new Set(existsSync(dir) ? readdirSync(dir) : []);
  const bases = [...names].filter(name => name.endsWith('.pack') && names.has(`${name.slice(0, -5)}.idx`)).sort();
  return { bases: bases.map(name => join(dir, name.slice(0, -5))), hasMultiPackIndex: names.has('multi-pack-index') };
}

/**
 * Opens a pack and checks that its index belongs to it.
 *
 * @param base path without .pack and .idx
 * @param hashBytes 20 or 32, the length of an object id
 * @param index as read before, for example by another thread
 * @throws {LeakgateError} REPOSITORY_BROKEN; git may still be able to read it
 */
export function openPack(
  base: string,
  hashBytes: number,
  index: PackIndex = readPackIndex(`${base}.idx`, hashBytes),
): Pack {
  const file = new PackFile(`${base}.pack`);
  try {
    const reason = packProblem(file, index);
    if (reason) throw new LeakgateError('REPOSITORY_BROKEN', { dir: file.path, reason });
  } catch (error) {
    file.close();
    throw error;
  }
  return { index, file, close: () => file.close() };
}

const MAGIC = 0x5041434b; // 'PACK'

function packProblem(file: PackFile, index: PackIndex): string | null {
  const { count, offsets, hashBytes } = index;
  const trailer = file.size - hashBytes;
  if (trailer < PACK_HEADER_BYTES) return 'it is too short for a pack';
  const head = wordsAt(file, 0);
  if (head(0) !== MAGIC) return 'it does not begin like a pack';
  if (head(4) !== 2 && head(4) !== 3) return `it has version ${head(4)}`;
  if (head(8) !== count) return `its index knows ${count} objects, the pack ${head(8)}`;
  if (count > 0 && ((offsets[0] ?? 0) < PACK_HEADER_BYTES || (offsets[count - 1] ?? 0) >= trailer))
    return 'its index names places outside it';
  const at = file.seek(trailer, trailer + hashBytes);
  const isSame = index.packChecksum.every((byte, i) => byte === file.bytes[at + i]);
  return isSame ? null : 'its end does not carry the checksum that its index names';
}

function wordsAt(file: PackFile, offset: number): (at: number) => number {
  const start = file.seek(offset, offset + PACK_HEADER_BYTES);
  const view = new DataView(file.bytes.slice(start, start + PACK_HEADER_BYTES).buffer);
  return at => view.getUint32(at);
}

/** Where the data of an entry end in the pack. */
export function endOf({ index, file }: Pack, entry: number): number {
  return entry + 1 < index.count ? (index.offsets[entry + 1] ?? 0) : file.size - index.hashBytes;
}
