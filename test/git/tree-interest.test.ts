// Which trees lead to wanted blobs and what changed between them, against plain maps of paths, for random trees stored as deltas of
// one another.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TreeDeltas, type TreeState } from '../../src/git/tree-delta.js';
import { TreeInterest } from '../../src/git/tree-interest.js';
import { TreeRecorder } from '../../src/git/tree-records.js';
import { UnpackMemory } from '../../src/git/unpack-memory.js';

const ID_BYTES = 20;
const FIRST_TREE = 1000; // objects below are blobs

type Tree = ReadonlyMap<string, number>; // name → object; folders are objects from FIRST_TREE

const idOf = (object: number) => {
  const id = Buffer.alloc(ID_BYTES);
  id.writeUInt32BE(object);
  return id;
};

function bytesOf(tree: Tree): Buffer {
  const entries = [...tree].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat(
    entries.flatMap(([name, object]) => [
      Buffer.from(`${object < FIRST_TREE ? '100644' : '40000'} ${name}\0`),
      idOf(object),
    ]),
  );
}

// A delta as git makes them: what both begin and end with is copied, the rest is new.
function deltaOf(base: Buffer, target: Buffer): Int32Array {
  let start = 0;
  while (start < Math.min(base.length, target.length) && base[start] === target[start]) start++;
  let end = 0;
  const room = Math.min(base.length, target.length) - start;
  while (end < room && base[base.length - 1 - end] === target[target.length - 1 - end]) end++;
  const ops: number[] = [];
  if (start > 0) ops.push(0, 0, start);
  if (target.length > start + end) ops.push(start, -1, target.length - start - end);
  if (end > 0) ops.push(target.length - end, base.length - end, end);
  return Int32Array.from(ops);
}

const numberAt = (bytes: Uint8Array, at: number) => Buffer.from(bytes.buffer, bytes.byteOffset).readUInt32BE(at);

function put(memory: UnpackMemory, bytes: Uint8Array) {
  const at = memory.take(bytes.length);
  memory.bytes.set(bytes, at);
  return { at, size: bytes.length };
}

/** Records trees, each as a delta of an earlier one or whole, by two recorders in turn. */
function record(trees: readonly Tree[], bases: readonly number[]) {
  const memories = [0, 1].map(() => new UnpackMemory(true));
  const recorders = memories.map(() => new TreeRecorder(ID_BYTES, numberAt));
  const deltas = recorders.map((recorder, i) => new TreeDeltas(memories[i] as UnpackMemory, ID_BYTES, recorder));
  const states: TreeState[] = [];
  const bytes = trees.map(bytesOf);
  trees.forEach((_, i) => {
    // A base stands in the records of its child, as both are of one pack.
    const base = i >= 2 && bases[i] !== undefined ? (bases[i] % Math.floor(i / 2)) * 2 + (i % 2) : -1;
    const own = bytes[i] as Buffer;
    const from = bytes[base];
    const memory = memories[i % 2] as UnpackMemory;
    const ops = from ? put(memory, new Uint8Array(deltaOf(from, own).buffer)) : null;
    const parent = ops ? { state: states[base] as TreeState, ops } : null;
    states[i] = (deltas[i % 2] as TreeDeltas).add(FIRST_TREE + i, put(memory, own), parent);
  });
  return recorders.map(recorder => recorder.records());
}

// Every path to a wanted blob.
function pathsOf(trees: readonly Tree[], tree: number, wanted: ReadonlySet<number>, prefix = ''): Map<string, number> {
  const paths = new Map<string, number>();
  for (const [name, object] of trees[tree - FIRST_TREE] ?? []) {
    if (object < FIRST_TREE && wanted.has(object)) paths.set(prefix + name, object);
    if (object >= FIRST_TREE)
      for (const [path, blob] of pathsOf(trees, object, wanted, `${prefix}${name}/`)) paths.set(path, blob);
  }
  return paths;
}

const NAMES = ['a', 'b', 'bb', 'c', 'lib', 'src', 'z'];
// Folders of a tree are earlier trees, chosen by a number; a tree is mostly much like another.
const randomTrees = fc.array(
  fc.record({
    base: fc.nat(50),
    entries: fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.record({ isFolder: fc.boolean(), number: fc.nat(12), isGone: fc.boolean() }),
      { maxKeys: 4 },
    ),
  }),
  { minLength: 2, maxLength: 30, size: 'max' },
);

function treesFrom(made: readonly { base: number; entries: Record<string, Entry> }[]): Tree[] {
  const trees: Tree[] = [];
  for (const { base, entries } of made) {
    const tree = new Map(trees.length === 0 ? [] : trees[base % trees.length]);
    for (const [name, { isFolder, number, isGone }] of Object.entries(entries)) {
      if (isGone) tree.delete(name);
      else tree.set(name, isFolder && trees.length > 0 ? FIRST_TREE + (number % trees.length) : number);
    }
    trees.push(tree);
  }
  return trees;
}

type Entry = { isFolder: boolean; number: number; isGone: boolean };

describe('a tree', () => {
  it('has the wanted blobs that are below it, and differs from others in just the paths that do', () => {
    fc.assert(
      fc.property(
        randomTrees,
        fc.array(fc.nat(12), { maxLength: 5 }),
        fc.array(fc.nat(50)),
        (made, wantedList, picks) => {
          const trees = treesFrom(made);
          const wanted = new Set(wantedList);
          const bases = made.map(({ base }) => base);
          const interest = new TreeInterest(record(trees, bases), wanted);
          const numbers = trees.map((_, i) => FIRST_TREE + i).reverse();
          const sets = new Map(numbers.map(tree => [tree, interest.setOf(tree) ?? -1]));
          const paths = new Map(numbers.map(tree => [tree, pathsOf(trees, tree, wanted)]));
          for (const tree of numbers) {
            const found = new Map<string, number>();
            interest.paths(sets.get(tree) ?? -1, (path, blob) => found.set(path, blob));
            expect(found).toEqual(paths.get(tree));
            for (const other of numbers)
              if (sets.get(tree) === sets.get(other)) expect(paths.get(tree)).toEqual(paths.get(other));
          }
          const [own, ...parents] = picks.map(pick => numbers[pick % numbers.length] as number);
          if (own === undefined || parents.length === 0) return;
          const changes = new Map<string, unknown>();
          interest.compare(
            sets.get(own) ?? -1,
            parents.map(parent => sets.get(parent) ?? -1),
            (path, after, before) => changes.set(path, { after, before }),
          );
          const expected = new Map<string, unknown>();
          for (const path of new Set([own, ...parents].flatMap(tree => [...(paths.get(tree) ?? new Map()).keys()]))) {
            const after = paths.get(own)?.get(path) ?? -1;
            const before = parents.map(parent => paths.get(parent)?.get(path) ?? -1);
            if (!before.includes(after)) expected.set(path, { after, before });
          }
          expect(changes).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('that was never recorded has no set', () => {
    const interest = new TreeInterest(record([new Map([['a', 1]])], []), new Set([1]));
    expect(interest.setOf(FIRST_TREE + 7)).toBeNull();
    expect(interest.setOf(FIRST_TREE)).not.toBeNull();
  });

  it('that stands below itself, which only a forged index can make, counts as empty there', () => {
    const interest = new TreeInterest(
      record(
        [
          new Map([
            ['a', 1],
            ['self', FIRST_TREE],
          ]),
        ],
        [],
      ),
      new Set([1]),
    );
    const found: string[] = [];
    interest.paths(interest.setOf(FIRST_TREE) ?? -1, path => found.push(path));
    expect(found).toEqual(['a']);
  });
});
