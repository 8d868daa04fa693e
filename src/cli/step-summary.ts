// The summary of a CI step goes into the file that the runner names. Appended: other steps of the job may have written to it.

import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';

const MAX_BYTES = 1_048_576; // the runner refuses the whole file when it is larger

/**
 * Appends text to a step summary. Links, FIFOs and whatever else is no regular file are left alone.
 *
 * @returns why it could not be done, or null
 */
export function appendSummary(path: string, text: string): string | null {
  try {
    // NONBLOCK: opening a FIFO must not wait for somebody to read it.
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return 'it is not a regular file';
      const bytes = Buffer.from(text);
      if (stat.size + bytes.length > MAX_BYTES) return 'it would be larger than the runner takes';
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      return null;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return `it could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}
