// Finding objects by id and by place; the packs of a folder. Versions: pack-as-git.test.ts; damage: pack-damage.test.ts

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { listPacks } from '../../src/git/open-pack.js';
import { findEntry, findOffset, hexOf, oidOf, readPackIndex } from '../../src/git/pack-index.js';
import { temporaryFolder } from '../helpers/repository.js';
import { blobId, entryHeader, withSum, writePack } from './pack-helpers.js';

const ids = Array.from({ length: 600 }, (_, i) => blobId(Buffer.from(`${i}`)));

function makeIndex() {
  const data = deflateSync(Buffer.from('x'));
  return readPackIndex(
    `${writePack(
      temporaryFolder(),
      ids.map(id => ({ id, bytes: Buffer.concat([entryHeader(3, 1), data]) })),
    )}.idx`,
    20,
  );
}

it('numbers entries by their place in the pack, whatever the order of their ids', () => {
  const index = makeIndex();
  expect(index.count).toBe(600);
  expect(ids.map((_, entry) => hexOf(index, entry))).toEqual(ids.map(id => id.toString('hex')));
  expect([...index.offsets]).toEqual([...index.offsets].sort((a, b) => a - b));
  expect(Buffer.from(oidOf(index, 7))).toEqual(ids[7]);
});

it('finds every id, also inside of other bytes, and no other one', () => {
  const index = makeIndex();
  expect(ids.map(id => findEntry(index, id))).toEqual(ids.map((_, entry) => entry));
  expect(findEntry(index, Buffer.concat([Buffer.from('abc'), ids[9] ?? Buffer.alloc(0)]), 3)).toBe(9);
  for (const other of [Buffer.alloc(20), Buffer.alloc(20, 0xff), blobId(Buffer.from('other'))])
    expect(findEntry(index, other)).toBe(-1);
});

it('finds entries by their first byte in the pack, below a given one only', () => {
  const index = makeIndex();
  const offset = index.offsets[300] ?? 0;
  expect([findOffset(index, offset, 600), findOffset(index, offset, 300), findOffset(index, offset + 1, 600)]).toEqual([
    300, -1, -1,
  ]);
});

it('refuses what is no file, without opening it', () => {
  expect(() => readPackIndex(temporaryFolder(), 20)).toThrow(/cannot be read/);
});

it('lists the packs that have an index, and whether there is one over all', () => {
  const dir = temporaryFolder();
  expect(listPacks(dir)).toEqual({ bases: [], hasMultiPackIndex: false });
  mkdirSync(join(dir, 'pack'));
  for (const name of ['b.pack', 'b.idx', 'a.pack', 'a.idx', 'c.pack', 'd.idx', 'multi-pack-index'])
    writeFileSync(join(dir, 'pack', name), '');
  expect(listPacks(dir)).toEqual({ bases: [join(dir, 'pack', 'a'), join(dir, 'pack', 'b')], hasMultiPackIndex: true });
});

it('reads offsets beyond 4 GB', () => {
  const [first, second] = [blobId(Buffer.from('1')), blobId(Buffer.from('2'))].sort(Buffer.compare) as [Buffer, Buffer];
  const fanout = Array.from({ length: 256 }, (_, byte) => [first, second].filter(([head = 0]) => head <= byte).length);
  const numbers = (...list: number[]) =>
    Buffer.concat(list.map(number => Buffer.from(Uint32Array.of(number).buffer).swap32()));
  const places = numbers(0x80000000, 12, 3, 5); // the first one is in the second table: 3 × 2^32 + 5
  const path = join(temporaryFolder(), 'x.idx');
  const parts = [numbers(0xff744f63, 2, ...fanout), first, second, numbers(0, 0), places, Buffer.alloc(20)];
  writeFileSync(path, withSum(Buffer.concat(parts)));
  const index = readPackIndex(path, 20);
  expect([...index.offsets]).toEqual([12, 3 * 2 ** 32 + 5]);
  expect(hexOf(index, 1)).toBe(first.toString('hex'));
});
