// Records of trees made in WebAssembly against those made plainly, and against themselves with and without tables of objects.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildForest } from '../../src/git/delta-forest.js';
import { openPack } from '../../src/git/open-pack.js';
import { TREE } from '../../src/git/pack-file.js';
import { findEntry } from '../../src/git/pack-index.js';
import { TreeDeltas, type TreeState, tablesEnd, writeTables } from '../../src/git/tree-delta.js';
import { missingAt, TreeRecorder, type TreeRecords } from '../../src/git/tree-records.js';
import { Unpacker } from '../../src/git/unpack.js';
import { UnpackMemory } from '../../src/git/unpack-memory.js';
import { PackWalker } from '../../src/git/walk-pack.js';
import { TestRepository } from '../helpers/repository.js';

const ID_BYTES = 20;
const FIRST = 40; // number of the first object

const numberAt = (bytes: Uint8Array, at: number) => {
  const number = Buffer.from(bytes.buffer, bytes.byteOffset).readUInt16BE(at);
  return number < 60_000 ? number : -1;
};
const entry = fc.record({
  mode: fc.constantFrom('100644', '40000', '040000', '160000', '120000', '7'),
  name: fc.uint8Array({ min: 1, maxLength: 20 }),
  number: fc.nat(0xffff),
});
const bytesOf = (entries: readonly { mode: string; name: Uint8Array; number: number }[]) =>
  Buffer.concat(
    entries.flatMap(({ mode, name, number }) => {
      const id = Buffer.alloc(ID_BYTES);
      id.writeUInt16BE(number);
      return [Buffer.from(`${mode} `), name, Buffer.of(0), id];
    }),
  );

function recordOf(trees: readonly Uint8Array[], isPlain: boolean) {
  const recorder = new TreeRecorder(ID_BYTES, numberAt);
  const memory = new UnpackMemory(true);
  const deltas = new TreeDeltas(memory, ID_BYTES, recorder);
  const problems: string[] = [];
  for (const [tree, bytes] of trees.entries()) {
    try {
      if (isPlain) {
        recorder.add(tree, bytes);
        continue;
      }
      const at = memory.take(bytes.length);
      memory.bytes.set(bytes, at);
      deltas.add(tree, { at, size: bytes.length }, null);
      memory.give(at, bytes.length);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { ...shown(recorder.records()), problems };
}

// The entries of each tree in words: names of entries that were left out may stand in the list.
function shown({ trees, ints, names, missing, hasMore }: TreeRecords) {
  const entriesOf = (from: number) => {
    expect([...ints.subarray(from, from + 2)]).toEqual([-1, 0]);
    return Array.from({ length: ints[from + 2] ?? 0 }, (_, i) => {
      const [start = 0, name = 0, length = 0, ref = 0] = ints.subarray(from + 3 + 4 * i);
      const lost = missingAt(ref);
      return [start, Buffer.from(names).toString('hex', name, name + length), lost < 0 ? ref : missing[lost], ref & 1];
    });
  };
  const numbers = [...trees].filter((_, i) => i % 2 === 0);
  return { hasMore, trees: numbers.map((tree, i) => [tree, entriesOf(trees[2 * i + 1] ?? 0)]) };
}

describe('a record', () => {
  it('is that of the tree as it is, also of one that is damaged', () => {
    const tree = fc
      .record({ entries: fc.array(entry, { maxLength: 20 }), cut: fc.constantFrom(0, 0, 0, 1, 15, 21) })
      .map(({ entries, cut }) => bytesOf(entries).subarray(0, -cut || undefined));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), trees => {
        expect(recordOf(trees, false)).toEqual(recordOf(trees, true));
      }),
    );
  });

  it('leaves out what leads to more missing objects than are told', () => {
    const entries = Array.from({ length: 1500 }, (_, i) => ({
      mode: i % 3 === 0 ? '40000' : '100644',
      name: Buffer.from(`file${i}`),
      number: i % 5 === 0 ? i : 60_000 + i,
    }));
    const records = recordOf([bytesOf(entries), bytesOf(entries.slice(1200))], false);
    expect(records.hasMore).toBe(true);
    expect(records).toEqual(recordOf([bytesOf(entries), bytesOf(entries.slice(1200))], true));
  });
});

describe.each([
  { name: 'SHA-1', init: [] },
  { name: 'SHA-256', init: ['--object-format=sha256'] },
])('the trees of a pack of $name', ({ init }) => {
  it('are recorded alike with tables and without', () => {
    const repository = new TestRepository({ init });
    for (let i = 0; i < 30; i++)
      repository.commit({ [`a/b${i % 4}/c${i}.txt`]: `${i}\n`, [`d${i % 7}/e.txt`]: `${i}\n`, 'f.txt': `${i}\n` });
    repository.git('repack', '-q', '-a', '-d', '-f', '--depth=50');
    const folder = join(repository.dir, '.git/objects/pack');
    const file = readdirSync(folder).find(name => name.endsWith('.idx')) ?? '';
    const pack = openPack(join(folder, file.replace('.idx', '')), init.length > 0 ? 32 : 20);
    const forest = buildForest(pack, { types: [TREE], wanted: null });
    const packs = [{ index: pack.index, firstNumber: FIRST }];
    const [withTables, without] = [true, false].map(hasTables => {
      const unpacker = new Unpacker(true, tablesEnd(65536, packs));
      if (hasTables) writeTables(unpacker.memory, 65536, packs);
      let asked = 0;
      const recorder = new TreeRecorder(pack.index.hashBytes, (bytes, at) => {
        asked++;
        return FIRST + findEntry(pack.index, bytes, at);
      });
      const deltas = new TreeDeltas(unpacker.memory, pack.index.hashBytes, recorder);
      const walker = new PackWalker<TreeState>(
        pack,
        forest,
        {
          enter: (tree, _, { block, parent, opsBlock }) =>
            deltas.add(FIRST + tree, block, parent && opsBlock ? { state: parent, ops: opsBlock } : null),
          leave: (_, state) => deltas.release(state),
          unread: (_, reason) => expect.fail(reason),
        },
        { unpacker },
      );
      for (const tree of forest.trees) walker.walk(tree);
      return { records: recorder.records(), asked };
    });
    pack.close();
    expect(withTables?.records).toEqual(without?.records);
    expect(withTables?.asked).toBe(0);
    expect(without?.asked).toBeGreaterThan(60);
  });
});
