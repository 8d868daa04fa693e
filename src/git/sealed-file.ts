// Files that only we can have written and only we can read: a JSON head and large arrays, encrypted with a key of the user's. What does
// not verify is not there. Fails no scan.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile, writePlainFile } from './plain-file.js';

/** Where sealed files are, and what makes them the right ones. */
export type SealedPlace = {
  dir: string; // made when the first one is written
  key: string; // of the program and its rules, hex
  seal: Uint8Array; // secret key of the user, 32 bytes
};

/** What a file holds: JSON, and arrays that are read in place. */
export type Sealed = { head: unknown; arrays: readonly (Int32Array | Uint8Array)[] };

const MAGIC = Buffer.from('leakgate audit 2\n'.padEnd(32, ' '), 'latin1');
const CIPHER = 'aes-256-gcm'; // also proves that nobody else has written it
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = MAGIC.length + IV_BYTES; // the tag stands at the end: what is in front of it is written as it comes
const ALIGNMENT = 8;
const MAX_BYTES = 2 ** 30;

/** Reads a file; null when there is none, or none that can be trusted. @param name in the folder; a file of another name is not it */
export function readSealed(place: SealedPlace, name: string): Sealed | null {
  const bytes = readPlainFile(join(place.dir, name), MAX_BYTES);
  if (!bytes || bytes.length < HEADER_BYTES + TAG_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const iv = bytes.subarray(MAGIC.length, HEADER_BYTES);
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, place.seal, iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(end));
    decipher.setAAD(Buffer.from(place.key + name));
    const payload = decipher.update(bytes.subarray(HEADER_BYTES, end));
    decipher.final(); // throws unless all of it is ours
    return decode(payload);
  } catch {
    return null;
  }
}

/** Writes a file, whole or not at all. @throws {Error} of the system, or because it would be too large */
export function writeSealed(place: SealedPlace, name: string, sealed: Sealed): void {
  const chunks = encode(sealed);
  if (chunks.reduce((sum, chunk) => sum + chunk.length, HEADER_BYTES) > MAX_BYTES)
    throw new RangeError('it would be too large');
  makeFolder(place.dir);
  writePlainFile(join(place.dir, name), encrypt(place, name, chunks));
}

// One chunk at a time: all of them at once would take as much memory again.
function* encrypt({ seal, key }: SealedPlace, name: string, chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, seal, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(key + name));
  yield MAGIC;
  yield iv;
  for (const chunk of chunks) yield cipher.update(chunk);
  cipher.final();
  yield cipher.getAuthTag();
}

// A link could lead anywhere.
function makeFolder(dir: string): void {
  const stat = lstatSync(dir, { throwIfNoEntry: false });
  if (!stat) mkdirSync(dir);
  else if (!stat.isDirectory()) throw new RangeError('leakgate in the git directory is no folder');
}

type Section = { bytes: number; isNumbers: boolean };

// The length of the JSON, the JSON, then the arrays one behind the other, each where its numbers can be read in place.
function encode({ head, arrays }: Sealed): Uint8Array[] {
  const views = arrays.map(array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const sections = arrays.map(
    (array): Section => ({ bytes: array.byteLength, isNumbers: array instanceof Int32Array }),
  );
  const text = Buffer.from(JSON.stringify({ head, sections }));
  const length = Buffer.alloc(ALIGNMENT);
  length.writeUInt32LE(text.length);
  return [length, text, padding(text.length), ...views.flatMap(view => [view, padding(view.length)])];
}

function padding(length: number): Uint8Array {
  return new Uint8Array((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT);
}

// The seal says that these bytes were written here: their shape is that of `encode`.
function decode(payload: Buffer): Sealed {
  const length = payload.readUInt32LE(0);
  const text = payload.toString('utf8', ALIGNMENT, ALIGNMENT + length);
  const { head, sections }: { head: unknown; sections: Section[] } = JSON.parse(text);
  let at = ALIGNMENT + length + padding(length).length;
  const arrays = sections.map(({ bytes, isNumbers }) => {
    const start = payload.byteOffset + at;
    at += bytes + padding(bytes).length;
    if (!isNumbers) return new Uint8Array(payload.buffer, start, bytes);
    return start % 4 === 0
      ? new Int32Array(payload.buffer, start, bytes / 4)
      : new Int32Array(payload.buffer.slice(start, start + bytes));
  });
  return { head, arrays };
}
