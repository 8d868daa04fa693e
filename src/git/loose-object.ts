// The objects of an object directory that are files of their own: which there are, and one of them read.
// Format: git Documentation/gitformat-loose.adoc: zlib over `<type> SP <size> NUL <content>`.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Oid } from '../types.js';

export type LooseObject = { type: 'blob' | 'tree' | 'commit' | 'tag'; bytes: Uint8Array };

export type LooseOptions = {
  maxBytes: number; // of the content; larger ones are a problem
  verifies: boolean; // compare with the id
};

const MAX_HEADER_BYTES = 32; // `commit `, 20 digits, NUL

/** Lists loose objects by their file names, sorted. Folders that cannot be read are for `check-store` to name. */
export function listLoose(objectsDir: string, hashBytes: number): Oid[] {
  const rest = new RegExp(`^[0-9a-f]{${2 * hashBytes - 2}}$`);
  return namesIn(objectsDir)
    .filter(name => /^[0-9a-f]{2}$/.test(name))
    .flatMap(folder =>
      namesIn(join(objectsDir, folder))
        .filter(name => rest.test(name))
        .map(name => folder + name),
    )
    .sort();
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** Reads a loose object. @returns the object, or a sentence on why it cannot be read here; git may be able to */
export function readLoose(objectsDir: string, oid: Oid, options: LooseOptions): LooseObject | string {
  const path = join(objectsDir, oid.slice(0, 2), oid.slice(2));
  let compressed: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return 'it is no file'; // opening a FIFO would block
    if (stat.size > 2 * options.maxBytes + 1024) return `it is larger than ${options.maxBytes} bytes`;
    compressed = readFileSync(path);
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
  const object = parseLoose(compressed, options.maxBytes);
  if (typeof object === 'string' || !options.verifies || idOf(object.type, object.bytes, oid.length) === oid)
    return object;
  return 'its content does not match its id';
}

// With `info` zlib also says how much it has read, which its types do not know.
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } };

/** Parses the file of a loose object. @returns the object, or what is wrong with it */
export function parseLoose(compressed: Uint8Array, maxBytes: number): LooseObject | string {
  let inflated: Inflated;
  try {
    const options = { info: true, maxOutputLength: maxBytes + MAX_HEADER_BYTES };
    inflated = inflateSync(compressed, options) as unknown as Inflated;
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? `it is larger than ${maxBytes} bytes` : 'its compressed data are damaged';
  }
  const { buffer, engine } = inflated;
  const header = buffer.subarray(0, MAX_HEADER_BYTES);
  const end = header.indexOf(0);
  const [, type, size] =
    /^(blob|tree|commit|tag) (0|[1-9]\d{0,15})$/.exec(header.toString('latin1', 0, Math.max(0, end))) ?? [];
  if (!type) return 'its header is damaged';
  if (Number(size) !== buffer.length - end - 1 || engine.bytesWritten !== compressed.length)
    return 'its length is not true';
  return {
    type: type as LooseObject['type'],
    bytes: new Uint8Array(buffer.buffer, buffer.byteOffset + end + 1, Number(size)),
  };
}

/** The id that an object with this content has. @param digits 40 or 64 */
export function idOf(type: LooseObject['type'], bytes: Uint8Array, digits: number): Oid {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
