// What an audit found out about packs, kept beside them for the next one: commits, trees, and which objects have to be read again.
// Holds ids, numbers and names, never content, and is encrypted with a key of the user's, as names may be secrets, too: what does
// not verify is not there. Fails no scan.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Oid } from '../types.js';
import { readPlainFile, writePlainFile } from './plain-file.js';
import type { HistoryPart } from './shared-history.js';
import type { TreeRecords } from './tree-records.js';

/** Where a cache is, and what makes it the right one. */
export type CachePlace = {
  dir: string; // in the git directory; made when it is first written
  key: string; // of the program and its rules, hex
  seal: Uint8Array; // secret key of the user, 32 bytes
};

/** What tells a pack from every other one. */
export type PackIdentity = {
  pack: string; // checksums that the files carry, hex
  index: string;
  file: string; // size, times and number of the pack's file: as long as these are the same, so is its content
};

/** What is kept of an audit. */
export type CachedAudit = {
  packs: readonly PackIdentity[]; // in the order of their objects' numbers
  parts: readonly HistoryPart[];
  unresolved: readonly Oid[];
};

const MAGIC = Buffer.from('leakgate audit 1\n'.padEnd(32, ' '), 'latin1');
const CIPHER = 'aes-256-gcm'; // also proves that nobody else has written it
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = MAGIC.length + IV_BYTES; // the tag stands at the end: what is in front of it is written as it comes
const ALIGNMENT = 8;
const MAX_BYTES = 2 ** 30;
const KEPT_FILES = 4; // for as many sets of rules

/** Reads the cache; null when there is none, or none that can be trusted. */
export function readAuditCache(place: CachePlace): CachedAudit | null {
  const bytes = readPlainFile(pathOf(place), MAX_BYTES);
  if (!bytes || bytes.length < HEADER_BYTES + TAG_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const iv = bytes.subarray(MAGIC.length, HEADER_BYTES);
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, place.seal, iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(end));
    decipher.setAAD(Buffer.from(place.key));
    const payload = decipher.update(bytes.subarray(HEADER_BYTES, end));
    decipher.final(); // throws unless all of it is ours
    return decode(payload);
  } catch {
    return null;
  }
}

/** Writes the cache. @returns null, or why it could not be written */
export function writeAuditCache(place: CachePlace, audit: CachedAudit): string | null {
  const chunks = encode(audit);
  if (chunks.reduce((sum, chunk) => sum + chunk.length, HEADER_BYTES) > MAX_BYTES) return 'it would be too large';
  try {
    makeFolder(place.dir);
    writePlainFile(pathOf(place), encrypt(place, chunks));
    removeOthers(place);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

// One chunk at a time: all of them at once would take as much memory again.
function* encrypt({ seal, key }: CachePlace, chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, seal, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(key));
  yield MAGIC;
  yield iv;
  for (const chunk of chunks) yield cipher.update(chunk);
  cipher.final();
  yield cipher.getAuthTag();
}

function pathOf({ dir, key }: CachePlace): string {
  return join(dir, `audit-${key.slice(0, 32)}.bin`);
}

// A link could lead anywhere.
function makeFolder(dir: string): void {
  const stat = lstatSync(dir, { throwIfNoEntry: false });
  if (!stat) mkdirSync(dir);
  else if (!stat.isDirectory()) throw new RangeError('leakgate in the git directory is no folder');
}

function removeOthers({ dir, key }: CachePlace): void {
  const files = readdirSync(dir)
    .filter(name => /^audit-[0-9a-f]{32}\.bin$/.test(name) && !name.includes(key.slice(0, 32)))
    .map(name => ({ name, time: lstatSync(join(dir, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of files.slice(KEPT_FILES - 1)) rmSync(join(dir, name), { force: true });
}

type Section = { bytes: number; isNumbers: boolean };
type Head = Omit<CachedAudit, 'parts'> & { parts: unknown[]; sections: Section[] };

// A JSON head, then the large arrays one behind the other, each where its numbers can be read in place.
function encode({ packs, parts, unresolved }: CachedAudit): Uint8Array[] {
  const arrays: Uint8Array[] = [];
  const sections: Section[] = [];
  const put = (array: Int32Array | Uint8Array): number => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    arrays.push(bytes, new Uint8Array(padding(bytes.length)));
    return sections.push({ bytes: bytes.length, isNumbers: array instanceof Int32Array }) - 1;
  };
  const plain = parts.map(({ records, commits, ...part }) => ({
    ...part,
    commits: put(Buffer.from(commits, 'latin1')),
    records: records && {
      ...records,
      trees: put(records.trees),
      ints: put(records.ints),
      names: put(records.names),
    },
  }));
  const head = Buffer.from(JSON.stringify({ packs, unresolved, parts: plain, sections } satisfies Head));
  const length = Buffer.alloc(ALIGNMENT);
  length.writeUInt32LE(head.length);
  return [length, head, new Uint8Array(padding(head.length)), ...arrays];
}

function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}

// The seal says that these bytes were written here: their shape is that of `encode`.
function decode(payload: Buffer): CachedAudit {
  const length = payload.readUInt32LE(0);
  const head: Head = JSON.parse(payload.toString('utf8', ALIGNMENT, ALIGNMENT + length));
  let at = ALIGNMENT + length + padding(length);
  const arrays = head.sections.map(({ bytes, isNumbers }) => {
    const start = payload.byteOffset + at;
    at += bytes + padding(bytes);
    if (!isNumbers) return new Uint8Array(payload.buffer, start, bytes);
    return start % 4 === 0
      ? new Int32Array(payload.buffer, start, bytes / 4)
      : new Int32Array(payload.buffer.slice(start, start + bytes));
  });
  type Stored = Omit<HistoryPart, 'commits' | 'records'> & {
    commits: number;
    records: (Omit<TreeRecords, 'trees' | 'ints' | 'names'> & { trees: number; ints: number; names: number }) | null;
  };
  const parts = (head.parts as Stored[]).map(
    ({ commits, records, ...part }): HistoryPart => ({
      ...part,
      commits: Buffer.from(arrays[commits] ?? []).toString('latin1'),
      records: records && {
        ...records,
        trees: arrays[records.trees] as Int32Array,
        ints: arrays[records.ints] as Int32Array,
        names: arrays[records.names] as Uint8Array,
      },
    }),
  );
  return { packs: head.packs, unresolved: head.unresolved, parts };
}

/** Says what tells a pack from others. @param index as `readPackIndex` has checked it */
export function identityOf(base: string, index: { packChecksum: Uint8Array; checksum: Uint8Array }): PackIdentity {
  const { dev, ino, size, mtimeMs, ctimeMs } = lstatSync(`${base}.pack`);
  return {
    pack: Buffer.from(index.packChecksum).toString('hex'),
    index: Buffer.from(index.checksum).toString('hex'),
    file: [dev, ino, size, mtimeMs, ctimeMs].join(' '),
  };
}

/**
 * Whether a pack is the one of an identity. Git touches packs when it would write what they have: then the content decides.
 *
 * @param hashBytes 20 or 32
 */
export function isSamePack(base: string, known: PackIdentity, now: PackIdentity, hashBytes: number): boolean {
  if (known.pack !== now.pack || known.index !== now.index) return false;
  return known.file === now.file || packSum(`${base}.pack`, hashBytes) === now.pack;
}

function packSum(path: string, hashBytes: number): string {
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
