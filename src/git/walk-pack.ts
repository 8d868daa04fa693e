// Every object of a delta tree, each made from the one above it: depth first, each stream inflated once.
// Holds the objects of one path that are still needed, up to a limit; beyond it those nearest the root are dropped and
// made again.

import { createHash } from 'node:crypto';
import { LeakgateError } from '../errors.js';
import { readDeltaHeader } from './delta.js';
import type { DeltaForest } from './delta-forest.js';
import { endOf, type Pack } from './open-pack.js';
import { hexOf } from './pack-index.js';
import { type Block, Unpacker } from './unpack.js';
import { blockBytes } from './unpack-memory.js';

/** How an object hangs in its delta tree. */
export type Origin<State> = {
  readonly parent: State | null; // what `enter` returned for the object that it is a delta of; null for a root
  readonly ops: Int32Array | null; // how it is made from that one, see DeltaOps; null for a root
  readonly isLeaf: boolean; // nothing is a delta of it: its state is not asked for
  readonly block: Block; // where it stands in the memory of the unpacker
  readonly opsBlock: Block | null; // where the ops stand there; null for a root, and without WebAssembly
};

export type PackVisitor<State> = {
  /**
   * Takes an object.
   *
   * @param bytes holds until `enter` returns
   * @param from where it comes from and whether anything comes from it; holds until `enter` returns, as one object is used again
   */
  enter(entry: number, bytes: Uint8Array, from: Origin<State>): State;
  /** All that hangs below an object has been entered or named as unread. */
  leave?(entry: number, state: State): void;
  /** Takes an object that could not be read here; git may be able to. Called for each one that hangs below it, too. */
  unread(entry: number, reason: string): void;
};

export type WalkOptions = {
  maxHeldBytes?: number; // objects of a path that are kept for those below them
  maxObjectBytes?: number; // larger ones are named as unread
  usesOwn?: boolean; // false: without WebAssembly
  unpacker?: Unpacker; // used in turn by several walkers; one of its own without
  verifies?: boolean; // compare every object with its id; takes about as long as everything else
};

const MAX_HELD_BYTES = 2 ** 28;
const MAX_OBJECT_BYTES = 2 ** 29;
const MAX_RATIO = 1032; // deflate cannot do more: a length that claims more is damage, not memory to reserve
const MIN_STREAM_BYTES = 1024; // no compressor makes more of nothing, or more than doubles what it is given
const TYPE_NAMES = ['', 'commit', 'tree', 'blob', 'tag'];

type Frame<State> = {
  entry: number;
  end: number; // place in the order behind its subtree
  block: Block | null; // null: dropped, or needed no more
  state: State;
};

// The ops as an array are made for those who ask.
class Place<State> implements Origin<State> {
  parent: State | null = null;
  isLeaf = true;
  block: Block = { at: 0, size: 0 };
  readonly #unpacker: Unpacker;
  #isRoot = true;

  constructor(unpacker: Unpacker) {
    this.#unpacker = unpacker;
  }

  set(parent: Frame<State> | null, isLeaf: boolean, block: Block): void {
    this.#isRoot = parent === null;
    this.parent = parent ? parent.state : null;
    this.isLeaf = isLeaf;
    this.block = block;
  }

  get ops(): Int32Array | null {
    return this.#isRoot ? null : this.#unpacker.ops();
  }

  get opsBlock(): Block | null {
    return this.#isRoot || !this.#unpacker.memory.own ? null : this.#unpacker.opsBlock();
  }
}

/** Walks the trees of a pack. One walker serves one walk at a time. */
export class PackWalker<State> {
  readonly #pack: Pack;
  readonly #forest: DeltaForest;
  readonly #visitor: PackVisitor<State>;
  readonly #options: Required<Omit<WalkOptions, 'unpacker'>>;
  readonly #unpacker: Unpacker;
  readonly #origin: Place<State>;
  #path: Frame<State>[] = [];
  #heldBytes = 0;

  constructor(pack: Pack, forest: DeltaForest, visitor: PackVisitor<State>, options: WalkOptions = {}) {
    this.#pack = pack;
    this.#forest = forest;
    this.#visitor = visitor;
    this.#options = {
      maxHeldBytes: MAX_HELD_BYTES,
      maxObjectBytes: MAX_OBJECT_BYTES,
      verifies: false,
      usesOwn: true,
      ...options,
    };
    this.#unpacker = options.unpacker ?? new Unpacker(this.#options.usesOwn);
    this.#origin = new Place(this.#unpacker);
  }

  /**
   * Walks one tree.
   *
   * @param tree one of `forest.trees`
   */
  walk(tree: number): void {
    const { order, spans } = this.#forest;
    const end = tree + (spans[tree] ?? 0);
    this.#path = [];
    this.#heldBytes = 0;
    this.#unpacker.tidy();
    for (let at = tree; at < end; ) {
      this.#leaveUntil(at);
      const span = spans[at] ?? 1;
      const made = this.#make(order[at] ?? 0);
      if (typeof made === 'string') this.#nameUnread(at, span, made);
      else this.#enter(at, span, made);
      at += typeof made === 'string' ? span : 1;
    }
    this.#leaveUntil(end);
  }

  /** Bytes that the walker has reserved so far; it keeps them for the next tree. */
  get memoryBytes(): number {
    return this.#unpacker.memory.bytes.length;
  }

  #enter(at: number, span: number, block: Block): void {
    const entry = this.#forest.order[at] ?? 0;
    const parent = this.#path.at(-1);
    if (parent?.end === at + span) this.#drop(parent); // this is the last one made from it
    this.#origin.set(parent ?? null, span === 1, block);
    const state = this.#visitor.enter(entry, this.#bytesOf(block), this.#origin);
    const frame: Frame<State> = { entry, end: at + span, block: null, state };
    this.#path.push(frame);
    if (span > 1) this.#hold(frame, block);
    else this.#give(block);
  }

  #leaveUntil(at: number): void {
    for (let frame = this.#path.at(-1); frame && frame.end <= at; frame = this.#path.at(-1)) {
      this.#path.pop();
      this.#drop(frame);
      this.#visitor.leave?.(frame.entry, frame.state);
    }
  }

  #nameUnread(at: number, span: number, reason: string): void {
    const top = this.#forest.order[at] ?? 0;
    for (let i = at; i < at + span; i++) {
      const entry = this.#forest.order[i] ?? 0;
      this.#visitor.unread(
        entry,
        entry === top ? reason : `it is stored as a delta of ${hexOf(this.#pack.index, top)}, of which: ${reason}`,
      );
    }
  }

  // The object of an entry that hangs on the last one of the path, or why there is none.
  #make(entry: number): Block | string {
    try {
      const parent = this.#path.at(-1);
      const base = parent ? (parent.block ?? this.#restore()) : null;
      if (typeof base === 'string') return base;
      const made = this.#makeFrom(base, entry);
      if (typeof made === 'string' || !this.#options.verifies || this.#hasItsId(entry, made)) return made;
      this.#give(made);
      return 'its content does not match its id';
    } catch (error) {
      // The file is gone or has become shorter; or there is no memory.
      if (LeakgateError.is(error) || error instanceof RangeError) return error.message;
      throw error;
    }
  }

  /** @param base null: the entry is a root */
  #makeFrom(base: Block | null, entry: number): Block | string {
    const inflated = this.#inflate(entry);
    if (typeof inflated === 'string' || !base) return inflated;
    const made = this.#apply(inflated, base);
    this.#give(inflated);
    return made;
  }

  #inflate(entry: number): Block | string {
    const { index, file } = this.#pack;
    const from = (index.offsets[entry] ?? 0) + (this.#forest.headerBytes[entry] ?? 0);
    const to = endOf(this.#pack, entry);
    const size = this.#forest.sizes[entry] ?? 0;
    if (size > this.#options.maxObjectBytes) return `it is larger than ${this.#options.maxObjectBytes} bytes`;
    if (size > (to - from) * MAX_RATIO || to - from > size * 2 + MIN_STREAM_BYTES) return 'its length is not true';
    const at = file.seek(from, to);
    const block = { at: this.#unpacker.memory.take(size), size };
    if (this.#unpacker.inflate(file.bytes, { from: at, to: at + to - from }, block)) return block;
    this.#give(block);
    return 'its compressed data are damaged';
  }

  #apply(delta: Block, base: Block): Block | string {
    const header = readDeltaHeader(this.#unpacker.memory.bytes, delta.at, delta.at + delta.size);
    if (!header || header.baseSize !== base.size) return 'its delta does not fit its base';
    const { size, start } = header;
    if (size > this.#options.maxObjectBytes) return `it is larger than ${this.#options.maxObjectBytes} bytes`;
    const block = { at: this.#unpacker.memory.take(size), size };
    if (this.#unpacker.applyDelta({ at: delta.at + start, size: delta.size - start }, base, block)) return block;
    this.#give(block);
    return 'its delta is damaged';
  }

  #bytesOf({ at, size }: Block): Uint8Array {
    return this.#unpacker.memory.bytes.subarray(at, at + size);
  }

  #hasItsId(entry: number, block: Block): boolean {
    const { index } = this.#pack;
    const hash = createHash(index.hashBytes === 32 ? 'sha256' : 'sha1');
    hash.update(`${TYPE_NAMES[this.#forest.types[entry] ?? 0]} ${block.size}\0`).update(this.#bytesOf(block));
    return hash.digest('hex') === hexOf(index, entry);
  }

  // Makes the last object of the path again, from the nearest one above it that is still there.
  #restore(): Block | string {
    let from = this.#path.length - 1;
    while (from > 0 && !this.#path[from]?.block) from--;
    let block = this.#path[from]?.block ?? null;
    for (const [i, frame] of this.#path.slice(from).entries()) {
      if (frame.block) continue;
      const made = this.#makeFrom(block, frame.entry);
      if (typeof made === 'string') return made;
      const above = i > 0 ? this.#path[from + i - 1] : undefined;
      if (above?.end === frame.end) this.#drop(above); // needed for this one alone
      this.#hold(frame, made);
      block = made;
    }
    return block ?? 'its base is gone';
  }

  // Keeps the bytes of a frame. When that is too much, those nearest the root go first: they are needed last.
  #hold(frame: Frame<State>, block: Block): void {
    frame.block = block;
    this.#heldBytes += blockBytes(block.size);
    for (let at = 0; this.#heldBytes > this.#options.maxHeldBytes && at < this.#path.length; at++) {
      const lower = this.#path[at];
      if (lower && lower !== frame) this.#drop(lower);
    }
  }

  #drop(frame: Frame<State>): void {
    if (!frame.block) return;
    this.#heldBytes -= blockBytes(frame.block.size);
    this.#give(frame.block);
    frame.block = null;
  }

  #give({ at, size }: Block): void {
    this.#unpacker.memory.give(at, size);
  }
}
