// Packs for tests: what git itself reads from one, what ours reads, and packs that git would never write.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { buildForest } from '../../src/git/delta-forest.js';
import { openPack, type Pack } from '../../src/git/open-pack.js';
import { hexOf } from '../../src/git/pack-index.js';
import { PackWalker, type WalkOptions } from '../../src/git/walk-pack.js';

export type Objects = Map<string, string>; // id → type, then content in latin1
export type Reading = { objects: Objects; unread: Map<string, string>; unresolved: string[] };

const TYPES = ['', 'commit', 'tree', 'blob', 'tag'];

/** Every object of a pack through our reader; checks that ops make each object from its base. */
export function readPack(base: string, hashBytes = 20, options: WalkOptions = {}): Reading {
  const pack = openPack(base, hashBytes);
  try {
    return readOpened(pack, options);
  } finally {
    pack.close();
  }
}

function readOpened(pack: Pack, options: WalkOptions): Reading {
  const forest = buildForest(pack, { types: [1, 2, 3, 4], wanted: null });
  const reading: Reading = {
    objects: new Map(),
    unread: new Map(),
    unresolved: [...forest.unresolved].map(entry => hexOf(pack.index, entry)),
  };
  const walker = new PackWalker<{ bytes: Buffer; entry: number }>(
    pack,
    forest,
    {
      enter(entry, bytes, { parent, ops }) {
        reading.objects.set(
          hexOf(pack.index, entry),
          `${TYPES[forest.types[entry] ?? 0]} ${Buffer.from(bytes).toString('latin1')}`,
        );
        if ((parent === null) !== (ops === null)) throw new Error('a root has ops, or a delta has none');
        if (parent && forest.parents[entry] !== parent.entry) throw new Error('the parent is another one');
        if (parent && ops && !rebuild(parent.bytes, bytes, ops).equals(bytes))
          throw new Error('the ops make another object');
        return { bytes: Buffer.from(bytes), entry };
      },
      unread: (entry, reason) => void reading.unread.set(hexOf(pack.index, entry), reason),
    },
    options,
  );
  for (const tree of forest.trees) walker.walk(tree);
  return reading;
}

function rebuild(base: Buffer, bytes: Uint8Array, ops: Int32Array): Buffer {
  const parts: Uint8Array[] = [];
  let done = 0;
  for (let i = 0; i < ops.length; i += 3) {
    const [at = -1, from = -1, length = 0] = ops.subarray(i, i + 3);
    if (at !== done || length <= 0) throw new Error('the ops have a gap');
    parts.push(from < 0 ? bytes.subarray(at, at + length) : base.subarray(from, from + length));
    done += length;
  }
  return Buffer.concat(parts);
}

/** What git says is in the same pack. */
export function readByGit(dir: string, base: string): Objects {
  const run = (args: string[], input: string) =>
    execFileSync('git', args, {
      cwd: dir,
      input,
      maxBuffer: 2 ** 28,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    });
  const ids = run(['verify-pack', '-v', `${base}.idx`], '')
    .toString()
    .split('\n')
    .map(line => /^([0-9a-f]{40,64}) /.exec(line)?.[1] ?? '')
    .filter(id => id !== '');
  const output = run(['cat-file', '--batch'], ids.map(id => `${id}\n`).join(''));
  const objects: Objects = new Map();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', type = '', size = ''] = output.toString('latin1', at, end).split(' ');
    objects.set(id, `${type} ${output.toString('latin1', end + 1, end + 1 + Number(size))}`);
    at = end + 2 + Number(size);
  }
  return objects;
}

/** The id that git gives a blob. */
export function blobId(content: Uint8Array): Buffer {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest();
}

/** An entry as it stands in a pack: header, base, compressed data. */
export type RawEntry = { id: Buffer; bytes: Buffer };

/** The first bytes of an entry. */
export function entryHeader(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 127);
  }
  return Buffer.from(bytes);
}

/** The base of an OFS_DELTA. */
export function ofsHeader(distance: number): Buffer {
  const bytes = [distance & 127];
  for (let rest = Math.floor(distance / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 | (--rest & 127));
  return Buffer.from(bytes);
}

/** A size as a delta has it. */
export function deltaSize(size: number): number[] {
  return size < 128 ? [size] : [0x80 | (size & 127), ...deltaSize(Math.floor(size / 128))];
}

/** Writes a pack and its index, version 2, with checksums that are right. @returns the path without .pack and .idx */
export function writePack(dir: string, entries: readonly RawEntry[]): string {
  const base = join(dir, 'pack-made');
  const head = Buffer.alloc(12);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(entries.length, 8);
  const body = Buffer.concat([head, ...entries.map(entry => entry.bytes)]);
  const pack = withSum(body);
  writeFileSync(`${base}.pack`, pack);
  let offset = 12;
  const placed: { id: Buffer; crc: number; offset: number }[] = [];
  for (const { id, bytes } of entries) {
    placed.push({ id, crc: crc32(bytes), offset });
    offset += bytes.length;
  }
  placed.sort((a, b) => Buffer.compare(a.id, b.id));
  const fanout = Array.from({ length: 256 }, (_, byte) => placed.filter(({ id }) => (id[0] ?? 0) <= byte).length);
  const index = Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    words(fanout),
    ...placed.map(({ id }) => id),
    words(placed.map(({ crc }) => crc)),
    words(placed.map(entry => entry.offset)),
    pack.subarray(-20),
  ]);
  writeFileSync(`${base}.idx`, withSum(index));
  return base;
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number >>> 0, 4 * i);
  return bytes;
}

/** Bytes and their SHA-1, as packs and indexes end. */
export function withSum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, createHash('sha1').update(bytes).digest()]);
}
