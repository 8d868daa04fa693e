// A pack's .idx → where each object stands, in the order of the pack. Entries are numbered by their place there, from 0.
// Versions 1 and 2, SHA-1 and SHA-256, packs beyond 4 GB. Reads no pack. Format: git Documentation/gitformat-pack.adoc

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { LeakgateError } from '../errors.js';

/** What an index says. Plain arrays on shared memory: a worker that is sent one gets it without a copy. */
export type PackIndex = {
  readonly hashBytes: number; // 20 or 32
  readonly count: number;
  readonly oids: Uint8Array; // ids one after another, sorted
  readonly starts: Uint32Array; // first bits of an id → the first place in oids that has them or higher ones; one more at the end
  readonly startShift: number; // of the first 32 bits of an id, those that are not used for it
  readonly offsets: Float64Array; // entry → its first byte in the pack, ascending
  readonly slots: Uint32Array; // entry → place of its id in oids
  readonly entries: Uint32Array; // place in oids → entry
  readonly packChecksum: Uint8Array;
  readonly checksum: Uint8Array; // of the index itself
};

const MAGIC = 0xff744f63; // '\377tOc'
const HEADER_BYTES = 8; // magic and version
const FANOUT_BYTES = 1024;
const MAX_INDEX_BYTES = 2 ** 31 - 1; // what one Buffer and one read can hold; about 60 million objects
const HIGH_BIT = 0x80000000;

/**
 * Reads an index and checks it: its checksum, its shape, the order of its ids, that no two objects share a place.
 *
 * @param hashBytes 20 or 32, the length of an object id
 * @throws {LeakgateError} REPOSITORY_BROKEN
 */
export function readPackIndex(path: string, hashBytes: number): PackIndex {
  const bytes = readIndexFile(path);
  const damaged = (reason: string) => new LeakgateError('REPOSITORY_BROKEN', { dir: path, reason });
  const trailer = bytes.length - 2 * hashBytes;
  if (trailer < FANOUT_BYTES) throw damaged('it is too short for an index');
  const sum = createHash(hashBytes === 32 ? 'sha256' : 'sha1')
    .update(bytes.subarray(0, trailer + hashBytes))
    .digest();
  if (!sum.equals(bytes.subarray(trailer + hashBytes))) throw damaged('its content does not match its checksum');
  const table = readTable(bytes.subarray(0, trailer), hashBytes);
  if (typeof table === 'string') throw damaged(table);
  const { oids, fanout, offsetsById } = table;
  const problem = orderProblem(oids, fanout, hashBytes);
  if (problem) throw damaged(problem);
  const sorted = sortByOffset(offsetsById);
  const { offsets } = sorted;
  for (let entry = 1; entry < offsets.length; entry++) {
    if (offsets[entry] === offsets[entry - 1]) throw damaged('it has two objects at one place');
  }
  return {
    hashBytes,
    count: offsets.length,
    oids,
    ...indexStarts(oids, offsets.length, hashBytes),
    ...sorted,
    packChecksum: bytes.slice(trailer, trailer + hashBytes),
    checksum: bytes.slice(trailer + hashBytes),
  };
}

/** Finds an object. @param at where the id begins in `oid` @returns its entry, or -1 */
export function findEntry(index: PackIndex, oid: Uint8Array, at = 0): number {
  const { oids, starts, hashBytes } = index;
  const bits = firstBits(oid, at) >>> index.startShift;
  let low = starts[bits] as number;
  let high = starts[bits + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle * hashBytes;
    let i = 0;
    while (i < hashBytes && oids[start + i] === oid[at + i]) i++;
    if (i === hashBytes) return index.entries[middle] as number;
    if ((oids[start + i] as number) < (oid[at + i] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return -1;
}

// Read behind the end, a byte is undefined and counts as 0.
function firstBits(oid: Uint8Array, at: number): number {
  return (
    (((oid[at] as number) << 24) |
      ((oid[at + 1] as number) << 16) |
      ((oid[at + 2] as number) << 8) |
      (oid[at + 3] as number)) >>>
    0
  );
}

const LEAST_START_BITS = 8;
const MOST_START_BITS = 20; // 4 MB

// As many bits as leave about one object for each value: a search by halves over a pack's fan-out table took three times as long.
function indexStarts(oids: Uint8Array, count: number, hashBytes: number): Pick<PackIndex, 'starts' | 'startShift'> {
  const bits = Math.min(MOST_START_BITS, Math.max(LEAST_START_BITS, Math.ceil(Math.log2(count + 1))));
  const startShift = 32 - bits;
  const starts = sharedNumbers(2 ** bits + 1);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const value = firstBits(oids, i * hashBytes) >>> startShift;
    while (next <= value) starts[next++] = i;
  }
  starts.fill(count, next);
  return { starts, startShift };
}

/** The entry that begins at an offset of the pack, or -1. @param before only entries below this one are looked at */
export function findOffset(index: PackIndex, offset: number, before: number): number {
  let low = 0;
  let high = before;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low < before && index.offsets[low] === offset ? low : -1;
}

/** The id of an entry, a view into the index. */
export function oidOf(index: PackIndex, entry: number): Uint8Array {
  const start = (index.slots[entry] ?? 0) * index.hashBytes;
  return index.oids.subarray(start, start + index.hashBytes);
}

/** The id of an entry in hex. */
export function hexOf(index: PackIndex, entry: number): string {
  const { buffer, byteOffset, byteLength } = oidOf(index, entry);
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

// A FIFO would block, so the kind of file is looked at first.
function readIndexFile(path: string): Buffer {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > MAX_INDEX_BYTES) throw new RangeError('it is no file, or too large');
    return readFileSync(path);
  } catch (error) {
    const reason = `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no file, or too large'})`;
    throw new LeakgateError('REPOSITORY_BROKEN', { dir: path, reason }, { cause: error });
  }
}

type Table = { oids: Uint8Array; fanout: Uint32Array; offsetsById: Float64Array };

function readTable(bytes: Buffer, hashBytes: number): Table | string {
  const isFirstVersion = bytes.readUInt32BE(0) !== MAGIC;
  if (!isFirstVersion && bytes.readUInt32BE(4) !== 2) return `it has version ${bytes.readUInt32BE(4)}`;
  const start = isFirstVersion ? 0 : HEADER_BYTES;
  if (bytes.length < start + FANOUT_BYTES) return 'it is too short for an index';
  const fanout = new Uint32Array(new SharedArrayBuffer(FANOUT_BYTES));
  for (let i = 0; i < 256; i++) {
    fanout[i] = bytes.readUInt32BE(start + 4 * i);
    if (i > 0 && (fanout[i] ?? 0) < (fanout[i - 1] ?? 0)) return 'its fan-out table does not ascend';
  }
  const body = bytes.subarray(start + FANOUT_BYTES);
  return isFirstVersion ? readFirst(body, fanout, hashBytes) : readSecond(body, fanout, hashBytes);
}

// Version 1: an offset of 4 bytes in front of each id, and nothing else.
function readFirst(body: Buffer, fanout: Uint32Array, hashBytes: number): Table | string {
  const count = fanout[255] ?? 0;
  const step = 4 + hashBytes;
  if (body.length !== count * step) return `it should have ${count} objects, but has another length`;
  const oids = new Uint8Array(new SharedArrayBuffer(count * hashBytes));
  const offsetsById = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    offsetsById[i] = body.readUInt32BE(i * step);
    oids.set(body.subarray(i * step + 4, (i + 1) * step), i * hashBytes);
  }
  return { oids, fanout, offsetsById };
}

// Version 2: ids, checksums of the entries, offsets of 31 bits, and those that need more.
function readSecond(body: Buffer, fanout: Uint32Array, hashBytes: number): Table | string {
  const count = fanout[255] ?? 0;
  const small = count * (hashBytes + 4);
  const large = small + count * 4;
  if (body.length < large || (body.length - large) % 8 !== 0)
    return `it should have ${count} objects, but has another length`;
  const oids = new Uint8Array(new SharedArrayBuffer(count * hashBytes));
  oids.set(body.subarray(0, count * hashBytes));
  const offsetsById = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const offset = body.readUInt32BE(small + 4 * i);
    if (offset < HIGH_BIT) {
      offsetsById[i] = offset;
      continue;
    }
    const at = large + 8 * (offset - HIGH_BIT);
    if (at + 8 > body.length) return 'an offset lies outside its table';
    offsetsById[i] = body.readUInt32BE(at) * 2 ** 32 + body.readUInt32BE(at + 4);
  }
  return { oids, fanout, offsetsById };
}

// What a search by halves relies on. Equal ids are allowed: git allows them.
function orderProblem(oids: Uint8Array, fanout: Uint32Array, hashBytes: number): string | null {
  const count = fanout[255] ?? 0;
  for (let i = 0; i < count; i++) {
    const first = oids[i * hashBytes] ?? 0;
    const isInRange = i < (fanout[first] ?? 0) && (first === 0 || i >= (fanout[first - 1] ?? 0));
    if (!isInRange) return 'its fan-out table does not fit its ids';
    if (i > 0 && compareIds(oids, { first: (i - 1) * hashBytes, second: i * hashBytes }, hashBytes) > 0)
      return 'its ids are not sorted';
  }
  return null;
}

function compareIds(oids: Uint8Array, { first, second }: { first: number; second: number }, hashBytes: number): number {
  for (let i = 0; i < hashBytes; i++) {
    const difference = (oids[first + i] ?? 0) - (oids[second + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const DIGIT = 65536;

// By digits, the lowest first: comparing would take several times as long for millions of objects.
function sortByOffset(byId: Float64Array): Pick<PackIndex, 'offsets' | 'slots' | 'entries'> {
  const count = byId.length;
  let slots = sharedNumbers(count);
  let other = sharedNumbers(count);
  let highest = 0;
  for (let i = 0; i < count; i++) {
    slots[i] = i;
    highest = Math.max(highest, byId[i] ?? 0);
  }
  for (let unit = 1; unit <= highest; unit *= DIGIT) {
    const starts = new Uint32Array(DIGIT + 1);
    // Bits of a number beyond 2^32 are cut off correctly by `&`.
    for (let i = 0; i < count; i++) {
      const digit = ((byId[i] as number) / unit) & (DIGIT - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < DIGIT; digit++)
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    for (let i = 0; i < count; i++) {
      const slot = slots[i] as number;
      const digit = ((byId[slot] as number) / unit) & (DIGIT - 1);
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      other[place] = slot;
    }
    [slots, other] = [other, slots];
  }
  const offsets = new Float64Array(new SharedArrayBuffer(8 * count));
  for (let entry = 0; entry < count; entry++) {
    offsets[entry] = byId[slots[entry] ?? 0] ?? 0;
    other[slots[entry] ?? 0] = entry;
  }
  return { offsets, slots, entries: other };
}

function sharedNumbers(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * count));
}
