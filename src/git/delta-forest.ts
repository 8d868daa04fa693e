// The headers of a pack → its deltas as trees: who is made from whom, of what type, in the order that a walk needs.
// One pass over the pack; inflates nothing. Typed arrays throughout: packs have millions of entries.

import { endOf, type Pack } from './open-pack.js';
import { COMMIT, emptyHeader, OFS_DELTA, REF_DELTA, readEntryHeader, TAG } from './pack-file.js';
import { findEntry, findOffset } from './pack-index.js';

/** Plain arrays on shared memory: a worker that is sent a forest gets it without a copy. */
export type DeltaForest = {
  readonly types: Uint8Array; // entry → COMMIT, TREE, BLOB or TAG, through its bases; 0: unknown
  readonly sizes: Float64Array; // entry → bytes of its inflated data: of the object, or of its delta
  readonly headerBytes: Uint8Array; // entry → from its first byte to its compressed data
  readonly parents: Int32Array; // entry → entry that it is a delta of; -1: none
  readonly order: Uint32Array; // entries that are to be walked: tree after tree, each one before what hangs below it
  readonly spans: Uint32Array; // place in order → entries of the subtree that begins there
  readonly trees: Uint32Array; // places in order where trees begin, in the order of the pack
  readonly unresolved: Uint32Array; // entries that git must read: base outside the pack, a circle, a damaged header
};

/** Of a pack that need not be walked. */
export const NO_FOREST: DeltaForest = {
  types: new Uint8Array(0),
  sizes: new Float64Array(0),
  headerBytes: new Uint8Array(0),
  parents: new Int32Array(0),
  order: new Uint32Array(0),
  spans: new Uint32Array(0),
  trees: new Uint32Array(0),
  unresolved: new Uint32Array(0),
};

export type ForestOptions = {
  types: readonly number[]; // only trees of these types are walked
  wanted: Uint8Array | null; // entry → 1: wanted; subtrees without one are left out. null: all
};

const OUTSIDE = -2; // base in another pack, or nowhere
const DAMAGED = -3;

/** @throws {LeakgateError} REPOSITORY_BROKEN when the file cannot be read */
export function buildForest(pack: Pack, options: ForestOptions): DeltaForest {
  const entries = readEntries(pack);
  const { order, unresolved } = sortDepthFirst(entries);
  for (const entry of order) {
    const parent = entries.parents[entry] ?? -1;
    if (parent >= 0) entries.types[entry] = entries.types[parent] ?? 0;
  }
  for (const entry of unresolved) entries.types[entry] = 0;
  const kept = keepWanted(order, entries, options);
  return { ...entries, ...kept, unresolved };
}

/** How much work a tree is, in bytes: what is inflated, and something for each entry. @param at one of `trees` */
export function weighTree(forest: DeltaForest, at: number): number {
  const count = forest.spans[at] ?? 0;
  let weight = count * ENTRY_WEIGHT;
  for (let i = at; i < at + count; i++) weight += forest.sizes[forest.order[i] ?? 0] ?? 0;
  return weight;
}

const ENTRY_WEIGHT = 2000; // an entry takes as long as inflating so many bytes more

type Entries = Pick<DeltaForest, 'types' | 'sizes' | 'headerBytes' | 'parents'>;

function readEntries(pack: Pack): Entries {
  const { index, file } = pack;
  const { count, hashBytes } = index;
  const types = new Uint8Array(new SharedArrayBuffer(count));
  const sizes = new Float64Array(new SharedArrayBuffer(8 * count));
  const headerBytes = new Uint8Array(new SharedArrayBuffer(count));
  const parents = new Int32Array(new SharedArrayBuffer(4 * count));
  const header = emptyHeader();
  for (let entry = 0; entry < count; entry++) {
    readEntryHeader(file, header, { offset: index.offsets[entry] ?? 0, end: endOf(pack, entry), hashBytes });
    const { type } = header;
    types[entry] = type >= COMMIT && type <= TAG ? type : 0;
    sizes[entry] = header.size;
    headerBytes[entry] = header.headerBytes;
    parents[entry] = -1;
    if (type === 0) parents[entry] = DAMAGED;
    if (type === OFS_DELTA) parents[entry] = orElse(findOffset(index, header.baseOffset, entry), DAMAGED);
    if (type === REF_DELTA) parents[entry] = orElse(findEntry(index, file.bytes, header.baseAt), OUTSIDE);
  }
  return { types, sizes, headerBytes, parents };
}

function orElse(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found;
}

// Entries that no root leads to hang on a base outside, on damage, or on each other.
function sortDepthFirst({ parents }: Entries): { order: Uint32Array; unresolved: Uint32Array } {
  const count = parents.length;
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  for (let entry = count - 1; entry >= 0; entry--) {
    const parent = parents[entry] ?? -1;
    if (parent < 0) continue;
    nextSibling[entry] = firstChild[parent] ?? -1;
    firstChild[parent] = entry;
  }
  const order = new Uint32Array(count);
  const isReached = new Uint8Array(count);
  let length = 0;
  for (let root = 0; root < count; root++) {
    if (parents[root] !== -1) continue;
    for (let entry = root; entry >= 0; entry = following(entry, root, { parents, firstChild, nextSibling })) {
      order[length++] = entry;
      isReached[entry] = 1;
    }
  }
  const unresolved = new Uint32Array(count - length);
  let at = 0;
  for (let entry = 0; entry < count; entry++) if (isReached[entry] === 0) unresolved[at++] = entry;
  return { order: order.subarray(0, length), unresolved };
}

type Links = { parents: Int32Array; firstChild: Int32Array; nextSibling: Int32Array };

// The next entry of a tree: down, else beside, else up until there is one beside; -1 at the end.
function following(entry: number, root: number, { parents, firstChild, nextSibling }: Links): number {
  const child = firstChild[entry] ?? -1;
  if (child >= 0) return child;
  for (let at = entry; at !== root; at = parents[at] ?? root) {
    const sibling = nextSibling[at] ?? -1;
    if (sibling >= 0) return sibling;
  }
  return -1;
}

function keepWanted(
  order: Uint32Array,
  { types, parents }: Entries,
  options: ForestOptions,
): Pick<DeltaForest, 'order' | 'spans' | 'trees'> {
  const isWantedType = Uint8Array.from({ length: 8 }, (_, type) => (options.types.includes(type) ? 1 : 0));
  // Children stand behind their parents, so backwards a subtree is counted before its root: entry → wanted ones in it.
  const wantedBelow = new Uint32Array(types.length);
  const keptBelow = new Uint32Array(types.length);
  let length = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    const entry = order[i] ?? 0;
    const parent = parents[entry] ?? -1;
    if (isWantedType[types[entry] ?? 0] === 1 && (options.wanted === null || options.wanted[entry] === 1)) {
      wantedBelow[entry] = (wantedBelow[entry] ?? 0) + 1;
    }
    if (wantedBelow[entry] === 0) continue;
    length++;
    keptBelow[entry] = (keptBelow[entry] ?? 0) + 1;
    if (parent < 0) continue;
    wantedBelow[parent] = (wantedBelow[parent] ?? 0) + (wantedBelow[entry] ?? 0);
    keptBelow[parent] = (keptBelow[parent] ?? 0) + (keptBelow[entry] ?? 0);
  }
  const kept = new Uint32Array(new SharedArrayBuffer(4 * length));
  const spans = new Uint32Array(new SharedArrayBuffer(4 * length));
  const trees: number[] = [];
  let at = 0;
  for (const entry of order) {
    if (keptBelow[entry] === 0) continue;
    if ((parents[entry] ?? -1) < 0) trees.push(at);
    kept[at] = entry;
    spans[at++] = keptBelow[entry] ?? 0;
  }
  return { order: kept, spans, trees: Uint32Array.from(trees) };
}
