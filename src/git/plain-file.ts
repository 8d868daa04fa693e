// Files of our own in folders that others control: regular files only, read whole, written beside and renamed.

import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Reads a file; null when there is none, it is a link, a FIFO or the like, or larger than allowed. */
export function readPlainFile(path: string, maxBytes: number): Buffer | null {
  let file: number;
  try {
    // A FIFO without a writer would block, a link could lead anywhere.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= maxBytes ? readFileSync(file) : null;
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** Writes a file that only its owner can read, whole or not at all. @throws {Error} of the system */
export function writePlainFile(path: string, chunks: Iterable<Uint8Array>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  rmSync(temporary, { force: true }); // of a run that was killed; a link is removed, not followed
  const file = openSync(temporary, 'wx', 0o600);
  try {
    for (const chunk of chunks) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
