// What tells a pack from every other one, without reading it: the checksums at its end, and what the file system says of its files.

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** What tells a pack from every other one. */
export type PackIdentity = {
  pack: string; // checksums that the files carry, hex
  index: string;
  file: string; // of the two files: as long as this is the same, so is their content
};

/**
 * Says what tells a pack from others; null when its files cannot be read.
 *
 * @param base path without .pack and .idx
 * @param hashBytes 20 or 32
 */
export function identityOf(base: string, hashBytes: number): PackIdentity | null {
  try {
    return {
      pack: readEnd(`${base}.pack`, hashBytes),
      index: readEnd(`${base}.idx`, hashBytes),
      file: `${fileIdentity(`${base}.pack`)} ${fileIdentity(`${base}.idx`)}`,
    };
  } catch {
    return null;
  }
}

/** Size, times and number of a file: as long as these are the same, so is its content. A missing one has none. */
export function fileIdentity(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? [stat.dev, stat.ino, stat.mode, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ') : '';
}

/** Whether a pack is the one of an identity. Git touches packs when it would write what they have: then the content decides. */
export function isSamePack(base: string, known: PackIdentity, now: PackIdentity, hashBytes: number): boolean {
  if (known.pack !== now.pack || known.index !== now.index) return false;
  return (
    known.file === now.file ||
    (sumOf(`${base}.pack`, hashBytes) === now.pack && sumOf(`${base}.idx`, hashBytes) === now.index)
  );
}

function readEnd(path: string, bytes: number): string {
  if (!statSync(path).isFile()) throw new RangeError('it is no file'); // opening a FIFO would block
  const file = openSync(path, 'r');
  try {
    const end = Buffer.alloc(bytes);
    const { size } = fstatSync(file);
    if (size < bytes || readSync(file, end, 0, bytes, size - bytes) < bytes) throw new RangeError('it is too short');
    return end.toString('hex');
  } finally {
    closeSync(file);
  }
}

// Of all but the checksum at the end.
function sumOf(path: string, hashBytes: number): string {
  const hash = createHash(hashBytes === 32 ? 'sha256' : 'sha1');
  const buffer = Buffer.allocUnsafe(2 ** 20);
  const file = openSync(path, 'r');
  try {
    const end = fstatSync(file).size - hashBytes;
    for (let at = 0; at < end; ) {
      const count = readSync(file, buffer, 0, Math.min(buffer.length, end - at), at);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
      at += count;
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
