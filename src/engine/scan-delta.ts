// A blob as a delta of its parent: only what is new is searched, and only what the new bytes can influence is evaluated again.
// Because decisions are local (engine/evaluate.ts), the matches are exactly those of scanning the blob whole. What takes most of the
// time is in assembly/; here is what it leaves: hits that a rule may match. Pure.

import type { Block } from '../git/unpack.js';
import type { UnpackMemory } from '../git/unpack-memory.js';
import type { Hit, Match } from '../types.js';
import type { Engine } from './compile-rules.js';
import { SNIFF_BYTES } from './decode.js';
import { type CoreOutcome, DeltaCore } from './delta-core.js';
import { FOUND, NOTE_BYTES } from './delta-layout.js';
import { HitEvaluator } from './evaluate-hit.js';
import { beginsWithMagic, MAGIC_BYTES, matchMagic, mayBeginWith } from './match-magic.js';
import { resolveOverlaps } from './overlap.js';
import { TextWindow } from './text-window.js';

export { reservedFor } from './delta-core.js';

/** What the children of a blob need to know of it. */
export type BlobState = {
  readonly size: number; // bytes
  readonly isBinary: boolean;
  readonly hasMagic: boolean; // its first bytes are those of files that are secrets
  readonly rows: Block; // hits by start, with how far their evaluation looked
  readonly found: ReadonlyMap<number, readonly Match[]>; // hit (see hitKey) → what it gave, before overlaps are resolved
};

export type DeltaOutcome = {
  state: BlobState;
  matches: Match[];
  hits: Hit[]; // those that gave matches, by start
  exhausted: string[];
};

/** A blob in the memory, as it stands: whoever calls has to decode UTF-16 and to scan that whole. */
export type DeltaBlob = Block & {
  isBinary: boolean; // only distinctive rules apply; a blob whose parent was read otherwise is scanned whole
  isLeaf?: boolean; // nothing is a delta of it: its state is of no use and left empty
};

const NONE: readonly Match[] = [];
const NO_ROWS: Block = { at: 0, size: 0 };
const KEYWORDS = 65536; // more than there are

/** Scans blobs in the memory that they were unpacked into. */
export class DeltaScanner {
  readonly #engine: Engine;
  readonly #memory: UnpackMemory;
  readonly #core: DeltaCore;
  readonly #evaluator: HitEvaluator;
  readonly #window = new TextWindow();
  #found: Map<number, Match[]> | null = null;

  /** @param memory has WebAssembly, and was made with `reservedFor` bytes reserved */
  constructor(engine: Engine, memory: UnpackMemory) {
    this.#engine = engine;
    this.#memory = memory;
    this.#core = new DeltaCore(engine, memory);
    this.#evaluator = new HitEvaluator(engine);
  }

  /**
   * Scans a blob. The memory may grow.
   *
   * @param parent state of the delta base and how the blob is made of it; null: scan everything
   * @throws {RangeError} it has more hits than there is memory for
   */
  scan(blob: DeltaBlob, parent: { state: BlobState; ops: Block } | null): DeltaOutcome {
    const { isBinary, isLeaf = false } = blob;
    const isAlike = parent !== null && parent.state.isBinary === isBinary;
    const delta = isAlike ? { rows: parent.state.rows, baseSize: parent.state.size, ops: parent.ops } : null;
    // An object without bytes has no ops, which would mean that all of it is new.
    const outcome = this.#core.scan(blob, { isBinary, isLeaf }, delta && delta.ops.size > 0 ? delta : null);
    this.#found = null;
    this.#evaluator.begin(isBinary);
    if (outcome.carriedAt < outcome.carriedEnd && parent) this.#carry(parent.state.found, outcome);
    if (outcome.pendingAt < outcome.pendingEnd) this.#evaluateAll(blob, outcome);
    const mayHaveMagic = !parent || parent.state.hasMagic || !this.#beginsAlike(parent.ops);
    return this.#finish(blob, outcome, mayHaveMagic);
  }

  /** Whether a blob is text, and needs no decoding: what decodeText says of most, without a call of Node's. */
  isText(blob: Block): boolean {
    const { bytes } = this.#memory;
    const first = bytes[blob.at] as number;
    return blob.size > 0 && first !== 0xff && first !== 0xfe && !this.#core.hasNul(blob, SNIFF_BYTES);
  }

  /** Takes back what the state of a blob holds of the memory. */
  release({ rows }: BlobState): void {
    if (rows.size > 0) this.#memory.give(rows.at, rows.size);
  }

  // The first bytes are those of the base.
  #beginsAlike({ at, size }: Block): boolean {
    const { ints } = this.#core;
    const op = at >> 2;
    return size > 0 && ints[op] === 0 && ints[op + 1] === 0 && (ints[op + 2] as number) >= MAGIC_BYTES;
  }

  #carry(found: ReadonlyMap<number, readonly Match[]>, { carriedAt, carriedEnd }: CoreOutcome): void {
    const { ints } = this.#core;
    for (let at = carriedAt; at < carriedEnd; at += NOTE_BYTES) {
      const start = ints[at >> 2] as number;
      const keyword = ints[(at >> 2) + 1] as number;
      const shift = ints[(at >> 2) + 2] as number;
      for (const match of found.get(hitKey(start - shift, keyword)) ?? NONE) this.#add(start, keyword, match, shift);
    }
  }

  #evaluateAll(blob: DeltaBlob, { pendingAt, pendingEnd }: CoreOutcome): void {
    const { ints } = this.#core;
    const evaluator = this.#evaluator;
    this.#window.open(this.#memory.bytes.subarray(blob.at, blob.at + blob.size));
    for (let at = pendingAt; at < pendingEnd; at += NOTE_BYTES) {
      const start = ints[at >> 2] as number;
      const keyword = ints[(at >> 2) + 1] as number;
      const row = (ints[(at >> 2) + 2] as number) >> 2;
      this.#core.learn(keyword);
      const isFound = this.#evaluate(start, keyword);
      const look = { back: evaluator.lookedBack, ahead: evaluator.lookedAhead };
      if (!isFound) this.#core.remember(blob, { start, keyword, isBinary: blob.isBinary }, look);
      if (row === 0) continue;
      if (isFound) ints[row + 1] = keyword | FOUND;
      ints[row + 2] = look.back;
      ints[row + 3] = look.ahead;
    }
  }

  #evaluate(start: number, keyword: number): boolean {
    const { back, ahead } = this.#engine;
    this.#window.cover(start - (back[keyword] as number), start + (ahead[keyword] as number));
    const { text, offset } = this.#window;
    const matches = this.#evaluator.run(keyword, text, start - offset);
    for (const match of matches) this.#add(start, keyword, match, offset);
    return matches.length > 0;
  }

  #add(start: number, keyword: number, match: Match, shift: number): void {
    const moved = { ...match, span: { start: match.span.start + shift, end: match.span.end + shift } };
    const key = hitKey(start, keyword);
    this.#found ??= new Map();
    const list = this.#found.get(key);
    if (list) list.push(moved);
    else this.#found.set(key, [moved]);
  }

  #finish(blob: DeltaBlob, { rows }: CoreOutcome, mayHaveMagic: boolean): DeltaOutcome {
    const { at, size, isBinary } = blob;
    const kept = rows.size > 0 ? this.#keep(rows) : NO_ROWS;
    const found = this.#found ?? EMPTY;
    const hasMagic =
      mayHaveMagic &&
      size > 0 &&
      mayBeginWith(this.#engine, this.#memory.bytes[at] as number) &&
      beginsWithMagic(this.#engine, this.#memory.bytes.subarray(at, at + Math.min(size, MAGIC_BYTES)));
    const magic = hasMagic ? matchMagic(this.#engine, this.#memory.bytes.subarray(at, at + size)) : NONE;
    return {
      state: { size, isBinary, hasMagic, rows: kept, found },
      matches: found.size + magic.length === 0 ? [] : resolveOverlaps([...withoutTwins(found), ...magic]),
      hits: found.size === 0 ? [] : hitsOf(found),
      exhausted: this.#evaluator.exhausted(),
    };
  }

  #keep(rows: Block): Block {
    const at = this.#memory.take(rows.size);
    this.#memory.bytes.copyWithin(at, rows.at, rows.at + rows.size);
    return { at, size: rows.size };
  }
}

// One number for a keyword at a place; by start, then keyword.
function hitKey(start: number, keyword: number): number {
  return start * KEYWORDS + keyword;
}

function hitsOf(found: ReadonlyMap<number, readonly Match[]>): Hit[] {
  return [...found.keys()].sort((a, b) => a - b).map(key => [Math.floor(key / KEYWORDS), key % KEYWORDS]);
}

const EMPTY: ReadonlyMap<number, readonly Match[]> = new Map();

// Two hits may give the same match: the first one counts.
function withoutTwins(found: ReadonlyMap<number, readonly Match[]>): Match[] {
  const all = new Map<string, Match>();
  for (const [, matches] of [...found].sort(([a], [b]) => a - b)) {
    for (const match of matches) {
      const key = `${match.ruleId} ${match.span.start} ${match.span.end}`;
      if (!all.has(key)) all.set(key, match);
    }
  }
  return [...all.values()];
}
