// Shape of the forest: order, spans, types through bases, and what is left out.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildForest, type ForestOptions, weighTree } from '../../src/git/delta-forest.js';
import { openPack } from '../../src/git/open-pack.js';
import { BLOB, COMMIT, TREE } from '../../src/git/pack-file.js';
import { temporaryFolder } from '../helpers/repository.js';
import { blobId, entryHeader, writePack } from './pack-helpers.js';

const data = deflateSync(Buffer.from('1234'));
const idOf = (entry: number) => blobId(Buffer.from(`${entry}`));

// A number is a type; { of } is a delta of another entry.
function forestOf(entries: readonly (number | { of: number })[], options: ForestOptions) {
  const raw = entries.map((entry, i) => {
    const head = typeof entry === 'number' ? [entryHeader(entry, 4)] : [entryHeader(7, 4), idOf(entry.of)];
    return { id: idOf(i), bytes: Buffer.concat([...head, data]) };
  });
  const pack = openPack(writePack(temporaryFolder(), raw), 20);
  try {
    return buildForest(pack, options);
  } finally {
    pack.close();
  }
}

//  0 blob ─┬─ 2 ── 5      1 tree ── 3      4 commit
//          └─ 6
const ENTRIES = [BLOB, TREE, { of: 0 }, { of: 1 }, COMMIT, { of: 2 }, { of: 0 }];

describe('buildForest', () => {
  it.each([
    { name: 'blobs', types: [BLOB], wanted: null, order: [0, 2, 5, 6], spans: [4, 2, 1, 1], trees: [0] },
    {
      name: 'trees and commits',
      types: [TREE, COMMIT],
      wanted: null,
      order: [1, 3, 4],
      spans: [2, 1, 1],
      trees: [0, 2],
    },
    { name: 'nothing', types: [], wanted: null, order: [], spans: [], trees: [] },
    { name: 'a leaf and what it needs', types: [BLOB], wanted: [5], order: [0, 2, 5], spans: [3, 2, 1], trees: [0] },
    { name: 'a root alone', types: [BLOB, TREE], wanted: [0], order: [0], spans: [1], trees: [0] },
    {
      name: 'no wanted entry of another type',
      types: [BLOB],
      wanted: [3, 6],
      order: [0, 6],
      spans: [2, 1],
      trees: [0],
    },
  ])('keeps $name', ({ types, wanted, order, spans, trees }) => {
    const forest = forestOf(ENTRIES, {
      types,
      wanted: wanted && Uint8Array.from(ENTRIES, (_, i) => (wanted.includes(i) ? 1 : 0)),
    });
    expect([[...forest.order], [...forest.spans], [...forest.trees]]).toEqual([order, spans, trees]);
  });

  it('knows the type of a delta from its root, and its parent', () => {
    const forest = forestOf(ENTRIES, { types: [], wanted: null });
    expect([...forest.types]).toEqual([BLOB, TREE, BLOB, TREE, COMMIT, BLOB, BLOB]);
    expect([...forest.parents]).toEqual([-1, -1, 0, 1, -1, 2, 0]);
    expect([...forest.sizes]).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });

  it('knows no type of what it cannot resolve', () => {
    const forest = forestOf([BLOB, { of: 99 }, { of: 1 }], { types: [BLOB], wanted: null });
    expect([[...forest.types], [...forest.unresolved], [...forest.order]]).toEqual([[BLOB, 0, 0], [1, 2], [0]]);
  });
});

describe('weighTree', () => {
  it('grows with the entries of a tree', () => {
    const forest = forestOf(ENTRIES, { types: [BLOB, TREE], wanted: null });
    const [blobs = 0, trees = 0] = [...forest.trees].map(at => weighTree(forest, at));
    expect(blobs).toBe(2 * trees);
  });
});
