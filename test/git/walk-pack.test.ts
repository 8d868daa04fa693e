// Packs written by hand, most of them such as git would not write: what is read, what is named, what is kept in memory.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildForest } from '../../src/git/delta-forest.js';
import { openPack } from '../../src/git/open-pack.js';
import { BLOB } from '../../src/git/pack-file.js';
import { type PackVisitor, PackWalker, type WalkOptions } from '../../src/git/walk-pack.js';
import { temporaryFolder } from '../helpers/repository.js';
import {
  blobId,
  deltaSize,
  entryHeader,
  ofsHeader,
  type RawEntry,
  type Reading,
  readPack,
  writePack,
} from './pack-helpers.js';

function whole(content: Buffer): RawEntry {
  return { id: blobId(content), bytes: Buffer.concat([entryHeader(3, content.length), deflateSync(content)]) };
}

function delta(id: Buffer, base: { distance: number } | { id: Buffer }, instructions: number[]): RawEntry {
  const link = 'id' in base ? base.id : ofsHeader(base.distance);
  return {
    id,
    bytes: Buffer.concat([
      entryHeader('id' in base ? 7 : 6, instructions.length),
      link,
      deflateSync(Buffer.from(instructions)),
    ]),
  };
}

// Copies the first `keep` bytes and adds a letter.
function append(size: number, keep: number, letter: string): number[] {
  return [...deltaSize(size), ...deltaSize(keep + 1), 0xb0, keep & 255, keep >> 8, 1, letter.charCodeAt(0)];
}

const read = (entries: RawEntry[], options = {}): Reading =>
  readPack(writePack(temporaryFolder(), entries), 20, options);
const hex = (...entries: RawEntry[]) => entries.map(({ id }) => id.toString('hex')).sort();

describe('packs that git would not write', () => {
  it('gives up nothing on a chain of 4,095 deltas, each with a second child, when little may be kept', () => {
    const root = whole(Buffer.from('r'.repeat(300)));
    const entries = [root];
    const contents = ['r'.repeat(300)];
    let base = { at: 0, offset: 0 };
    let offset = root.bytes.length;
    for (let depth = 0; depth < 4095; depth++) {
      const content = contents[base.at] ?? '';
      for (const letter of ['b', 'a']) {
        const child = `${content.slice(1)}${letter}`;
        const instructions = [
          ...deltaSize(content.length),
          ...deltaSize(child.length),
          0x91,
          1,
          child.length - 1 - 256 < 0 ? child.length - 1 : 0,
          1,
          letter.charCodeAt(0),
        ];
        if (child.length - 1 >= 256)
          instructions.splice(
            -5,
            5,
            0xb1,
            1,
            (child.length - 1) & 255,
            (child.length - 1) >> 8,
            1,
            letter.charCodeAt(0),
          );
        const entry = delta(blobId(Buffer.from(`${child}${depth}`)), { distance: offset - base.offset }, instructions);
        entries.push(entry);
        contents.push(child);
        if (letter === 'a') base = { at: entries.length - 1, offset };
        offset += entry.bytes.length;
      }
    }
    const { objects, unread, unresolved } = read(entries, { maxHeldBytes: 100_000 });
    expect(new Map([...objects].map(([id, text]) => [id, text]))).toEqual(
      new Map(entries.map(({ id }, i) => [id.toString('hex'), `blob ${contents[i]}`])),
    );
    expect([unread.size, unresolved]).toEqual([0, []]);
  });

  it('leaves deltas with a base elsewhere to git, with all that hangs on them', () => {
    const here = whole(Buffer.from('here'));
    const outside = delta(blobId(Buffer.from('1')), { id: blobId(Buffer.from('elsewhere')) }, append(9, 8, 'x'));
    const below = delta(blobId(Buffer.from('2')), { id: outside.id }, append(9, 8, 'y'));
    const { objects, unresolved } = read([here, below, outside]);
    expect([...objects.keys()]).toEqual(hex(here));
    expect(unresolved.sort()).toEqual(hex(outside, below));
  });

  it('leaves deltas in a circle to git', () => {
    const [one, two, self] = ['1', '2', '3'].map(text => blobId(Buffer.from(text))) as [Buffer, Buffer, Buffer];
    const entries = [
      delta(one, { id: two }, append(2, 1, 'a')),
      delta(two, { id: one }, append(2, 1, 'b')),
      delta(self, { id: self }, append(2, 1, 'c')),
    ];
    const { objects, unresolved } = read(entries);
    expect([objects.size, unresolved.sort()]).toEqual([0, hex(...entries)]);
  });

  it('reads a base that stands behind its deltas', () => {
    const root = whole(Buffer.from('base'));
    const child = delta(blobId(Buffer.from('bas!')), { id: root.id }, append(4, 3, '!'));
    const grandchild = delta(blobId(Buffer.from('ba?')), { id: child.id }, append(4, 2, '?'));
    const { objects } = read([grandchild, child, root], { verifies: true });
    expect([...objects.values()].sort()).toEqual(['blob ba?', 'blob bas!', 'blob base']);
  });

  it.each([
    { name: 'type 0', bytes: Buffer.from([0x05, 0x78]) },
    { name: 'type 5', bytes: Buffer.from([0x55, 0x78]) },
    { name: 'a size without an end', bytes: Buffer.alloc(30, 0xff) },
    {
      name: 'a base in front of the pack',
      bytes: Buffer.concat([entryHeader(6, 4), ofsHeader(100_000), deflateSync(Buffer.alloc(4))]),
    },
    { name: 'itself as base', bytes: Buffer.concat([entryHeader(6, 4), ofsHeader(0), deflateSync(Buffer.alloc(4))]) },
    {
      name: 'a base between two entries',
      bytes: Buffer.concat([entryHeader(6, 4), ofsHeader(3), deflateSync(Buffer.alloc(4))]),
    },
  ])('leaves an entry with $name to git', ({ bytes }) => {
    const here = whole(Buffer.from('here'));
    const broken = { id: blobId(Buffer.from('broken')), bytes };
    const { objects, unresolved } = read([here, broken]);
    expect([[...objects.keys()], unresolved]).toEqual([hex(here), hex(broken)]);
  });

  it.each([
    {
      name: 'a length that is too small',
      size: 3,
      data: deflateSync(Buffer.from('four')),
      reason: 'its compressed data are damaged',
    },
    {
      name: 'a length that is too large',
      size: 5,
      data: deflateSync(Buffer.from('four')),
      reason: 'its compressed data are damaged',
    },
    {
      name: 'a length of terabytes',
      size: 2 ** 42,
      data: deflateSync(Buffer.from('four')),
      reason: 'it is larger than 1000000 bytes',
    },
    {
      name: 'a length that no data of this size can have',
      size: 900_000,
      data: deflateSync(Buffer.alloc(4)),
      reason: 'its length is not true',
    },
    {
      name: 'bytes behind the data',
      size: 4,
      data: Buffer.concat([deflateSync(Buffer.from('four')), Buffer.from('!')]),
      reason: 'its compressed data are damaged',
    },
    { name: 'far too many bytes for its length', size: 4, data: Buffer.alloc(5000), reason: 'its length is not true' },
    {
      name: 'a checksum that is wrong',
      size: 4,
      data: Buffer.from(
        deflateSync(Buffer.from('four')).map((byte, i, all) => (i === all.length - 1 ? byte ^ 1 : byte)),
      ),
      reason: 'its compressed data are damaged',
    },
  ])('names an entry with $name, and what hangs on it', ({ size, data, reason }) => {
    const here = whole(Buffer.from('here'));
    const broken = { id: blobId(Buffer.from('broken')), bytes: Buffer.concat([entryHeader(3, size), data]) };
    const child = delta(blobId(Buffer.from('child')), { id: broken.id }, append(4, 3, 'x'));
    const { objects, unread } = read([broken, child, here], { maxObjectBytes: 1_000_000 });
    expect([...objects.keys()]).toEqual(hex(here));
    expect(unread.get(broken.id.toString('hex'))).toBe(reason);
    expect(unread.get(child.id.toString('hex'))).toContain(broken.id.toString('hex'));
  });

  it.each([
    {
      name: 'a base of another length',
      instructions: [...deltaSize(5), ...deltaSize(1), 1, 0x61],
      reason: 'its delta does not fit its base',
    },
    {
      name: 'a copy from behind the base',
      instructions: [...deltaSize(4), ...deltaSize(4), 0x91, 1, 4],
      reason: 'its delta is damaged',
    },
    {
      name: 'a result of gigabytes',
      instructions: [...deltaSize(4), ...deltaSize(2 ** 40), 0x80],
      reason: 'it is larger than 536870912 bytes',
    },
    { name: 'sizes without an end', instructions: [0xff, 0xff, 0xff], reason: 'its delta does not fit its base' },
  ])('names a delta with $name', ({ instructions, reason }) => {
    const here = whole(Buffer.from('here'));
    const broken = delta(blobId(Buffer.from('broken')), { id: here.id }, instructions);
    expect(read([here, broken]).unread).toEqual(new Map([[broken.id.toString('hex'), reason]]));
  });

  it('names an object that is not what its id says, when asked to compare', () => {
    const lie = { ...whole(Buffer.from('one')), id: blobId(Buffer.from('another')) };
    expect(read([lie], { verifies: true }).unread.get(lie.id.toString('hex'))).toBe(
      'its content does not match its id',
    );
    expect(read([lie]).objects.get(lie.id.toString('hex'))).toBe('blob one');
  });
});

describe('PackWalker', () => {
  // Each version is 100,000 bytes and differs from the one before by its last byte; with `forks`, a second child hangs on each.
  function chain(length: number, forks: boolean): RawEntry[] {
    const size = 100_000;
    const entries = [whole(Buffer.alloc(size, 'r'))];
    let offset = entries[0]?.bytes.length ?? 0;
    let baseOffset = 0;
    for (let depth = 0; depth < length; depth++) {
      for (const letter of forks ? ['b', 'a'] : ['a']) {
        const id = blobId(Buffer.from(`${letter}${depth}`));
        const copy = [0xf0, (size - 1) & 255, ((size - 1) >> 8) & 255, (size - 1) >> 16];
        const instructions = [...deltaSize(size), ...deltaSize(size), ...copy, 1, letter.charCodeAt(0)];
        const entry = delta(id, { distance: offset - baseOffset }, instructions);
        entries.push(entry);
        if (letter === 'a') baseOffset = offset;
        offset += entry.bytes.length;
      }
    }
    return entries;
  }

  function walkAll(entries: RawEntry[], visitor: PackVisitor<number>, options: WalkOptions = {}): PackWalker<number> {
    const pack = openPack(writePack(temporaryFolder(), entries), 20);
    const forest = buildForest(pack, { types: [BLOB], wanted: null });
    const walker = new PackWalker(pack, forest, visitor, options);
    for (const tree of forest.trees) walker.walk(tree);
    pack.close();
    return walker;
  }

  it.each([
    { name: 'a chain needs two objects at a time', forks: false, options: {}, maxBytes: 1_000_000 },
    {
      name: 'forks need no more than is allowed',
      forks: true,
      options: { maxHeldBytes: 1_000_000 },
      maxBytes: 2_500_000,
    },
  ])('$name', ({ forks, options, maxBytes }) => {
    let count = 0;
    const enter = () => ++count;
    const walker = walkAll(chain(200, forks), { enter, unread: () => expect.unreachable() }, options);
    expect(count).toBe(forks ? 401 : 201);
    expect(walker.memoryBytes).toBeLessThan(maxBytes);
  });

  it('leaves each object when all that hangs on it is done, with what was made of it', () => {
    const root = whole(Buffer.from('base'));
    const left = delta(blobId(Buffer.from('l')), { id: root.id }, append(4, 3, 'l'));
    const below = delta(blobId(Buffer.from('b')), { id: left.id }, append(4, 3, 'b'));
    const right = delta(blobId(Buffer.from('r')), { id: root.id }, append(4, 3, 'r'));
    const steps: string[] = [];
    walkAll([root, left, below, right], {
      enter(entry, bytes, { parent }) {
        steps.push(`enter ${Buffer.from(bytes)} on ${parent}`);
        return entry;
      },
      leave: (entry, state) => void steps.push(`leave ${entry} ${state}`),
      unread: () => expect.unreachable(),
    });
    expect(steps).toEqual([
      'enter base on null',
      'enter basl on 0',
      'enter basb on 1',
      'leave 2 2',
      'leave 1 1',
      'enter basr on 0',
      'leave 3 3',
      'leave 0 0',
    ]);
  });
});
