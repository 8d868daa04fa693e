// A blob as a delta of its parent: only what is new is searched, and only what the new bytes can influence is evaluated again.
// Because decisions are local (engine/evaluate.ts), the matches are exactly those of scanning the blob whole. Pure.

import { IntList } from '../kernel/int-list.js';
import { findKeywordsInRanges } from '../kernel/keywords.js';
import type { Hit, Match } from '../types.js';
import type { Engine } from './compile-rules.js';
import { HitEvaluator } from './evaluate-hit.js';
import { beginsWithMagic, MAGIC_BYTES, matchMagic } from './match-magic.js';
import { resolveOverlaps } from './overlap.js';

/** How a blob is made of its base: [start, start in the base or -1 for new bytes, length] … in order, no gaps. */
export type DeltaOps = Int32Array;

/** What the children of a blob need to know of it. */
export type BlobState = {
  readonly length: number; // bytes
  readonly isBinary: boolean;
  readonly hasMagic: boolean; // its first bytes are those of files that are secrets
  readonly hits: Int32Array; // [start, keyword, back, ahead] … by start; how far its evaluation looked, in bytes from the start
  readonly found: ReadonlyMap<number, readonly Match[]>; // hit (see hitKey) → what it gave, before overlaps are resolved
};

export type DeltaOutcome = {
  state: BlobState;
  matches: Match[];
  hits: Hit[]; // those that gave matches, by start
  exhausted: string[];
};

/**
 * Scans a blob as it stands; whoever calls has to decode UTF-16 and to scan that whole.
 *
 * @param isLeaf nothing is a delta of it: its state is of no use and left empty
 * @param isBinary only distinctive rules apply; a blob whose parent was read otherwise is scanned whole
 * @param parent state of the delta base and how the blob is made from it; null: scan everything
 */
export function scanDelta(
  engine: Engine,
  blob: { bytes: Uint8Array; isBinary: boolean; isLeaf?: boolean },
  parent: { state: BlobState; ops: DeltaOps } | null,
): DeltaOutcome {
  const { bytes, isBinary, isLeaf = false } = blob;
  const scan = new DeltaScan(engine, bytes, isBinary);
  if (parent && parent.state.isBinary === isBinary) scan.inherit(parent.state, parent.ops);
  else scan.searchAll();
  const mayHaveMagic = !parent || parent.state.hasMagic || !beginsAlike(parent.ops);
  return scan.finish(isLeaf, mayHaveMagic);
}

// The first bytes are those of the base.
function beginsAlike(ops: DeltaOps): boolean {
  return ops[0] === 0 && ops[1] === 0 && (ops[2] ?? 0) >= MAGIC_BYTES;
}

const NONE: readonly Match[] = [];
const KEYWORDS = 65536; // more than there are
const HIT = 4; // numbers of a hit

// One number for a keyword at a place; by start, then keyword.
function hitKey(start: number, keyword: number): number {
  return start * KEYWORDS + keyword;
}

// Written anew by every scan, which is over before the next one begins: a thread makes millions of scans.
const ranges = new IntList();
const fresh = new IntList();
const hits = new IntList();

class DeltaScan {
  readonly #engine: Engine;
  readonly #bytes: Uint8Array;
  readonly #isBinary: boolean;
  readonly #evaluator: HitEvaluator;
  readonly #window: TextWindow;
  #found: Map<number, Match[]> | null = null;
  #next = 0; // place in the parent's hits

  constructor(engine: Engine, bytes: Uint8Array, isBinary: boolean) {
    this.#engine = engine;
    this.#bytes = bytes;
    this.#isBinary = isBinary;
    this.#evaluator = new HitEvaluator(engine, { isBinary });
    this.#window = new TextWindow(bytes);
    hits.clear();
  }

  searchAll(): void {
    ranges.clear();
    ranges.push2(0, this.#bytes.length);
    findKeywordsInRanges(this.#engine.keywords, this.#bytes, ranges, fresh);
    for (let i = 0; i < fresh.length; i += 2) this.#evaluate(fresh.values[i] as number, fresh.values[i + 1] as number);
  }

  /** Takes over what the copies carry and searches the rest. */
  inherit(parent: BlobState, ops: DeltaOps): void {
    this.#searchFresh(ops);
    let next = 0;
    for (let op = 0; op + 2 < ops.length; op += 3) {
      const dst = ops[op] as number;
      const src = ops[op + 1] as number;
      if (src < 0) continue;
      for (; next < fresh.length && (fresh.values[next] as number) < dst; next += 2)
        this.#evaluate(fresh.values[next] as number, fresh.values[next + 1] as number);
      this.#inheritCopy(parent, dst, src, ops[op + 2] as number);
    }
    for (; next < fresh.length; next += 2)
      this.#evaluate(fresh.values[next] as number, fresh.values[next + 1] as number);
  }

  // Keywords that touch new bytes or the seam between two copies; those inside one copy are inherited instead.
  #searchFresh(ops: DeltaOps): void {
    const { keywords, longestKeyword } = this.#engine;
    ranges.clear();
    let searched = 0; // hits that begin in front of this are known
    for (let op = 0; op + 2 < ops.length; op += 3) {
      const dst = ops[op] as number;
      const end = dst + (ops[op + 2] as number);
      // Of new bytes all; of a copy only its last bytes, where a keyword may reach over the seam behind it.
      const from = Math.max(searched, (ops[op + 1] as number) < 0 ? dst : end - longestKeyword + 1);
      searched = end;
      if (ranges.length > 0 && ranges.values[ranges.length - 1] === from) ranges.values[ranges.length - 1] = end;
      else if (from < end) ranges.push2(from, end);
    }
    findKeywordsInRanges(keywords, this.#bytes, ranges, fresh);
    this.#leaveOutInherited(ops);
  }

  #leaveOutInherited(ops: DeltaOps): void {
    const { keywords } = this.#engine.keywords;
    const { values } = fresh;
    let kept = 0;
    let op = 0;
    for (let i = 0; i < fresh.length; i += 2) {
      const start = values[i] as number;
      while (start >= (ops[op] as number) + (ops[op + 2] as number)) op += 3;
      const end = (ops[op] as number) + (ops[op + 2] as number);
      const isInside = (ops[op + 1] as number) >= 0 && start + (keywords[values[i + 1] as number] ?? '').length <= end;
      if (isInside) continue;
      values[kept++] = start;
      values[kept++] = values[i + 1] as number;
    }
    fresh.length = kept;
  }

  #inheritCopy(parent: BlobState, dst: number, src: number, length: number): void {
    const { keywords } = this.#engine.keywords;
    const shift = dst - src;
    const end = src + length;
    // What lies before the first byte and behind the last one is the same in both, when both begin or end there.
    const low = src === 0 && dst === 0 ? Number.NEGATIVE_INFINITY : src;
    const high = end === parent.length && dst + length === this.#bytes.length ? Number.POSITIVE_INFINITY : end;
    const known = parent.hits;
    for (let i = this.#seek(known, src); i < known.length; i += HIT) {
      const start = known[i] as number;
      if (start >= end) break;
      const keyword = known[i + 1] as number;
      const back = known[i + 2] as number;
      const ahead = known[i + 3] as number;
      if (start - back >= low && start + ahead <= high) {
        hits.push4(start + shift, keyword, back, ahead);
        if (parent.found.size > 0)
          for (const match of parent.found.get(hitKey(start, keyword)) ?? NONE)
            this.#add(start + shift, keyword, match, shift);
      } else if (start + (keywords[keyword] ?? '').length <= end) this.#evaluate(start + shift, keyword);
    }
  }

  // Copies mostly follow each other in the base, too.
  #seek(known: Int32Array, offset: number): number {
    let at = this.#next;
    if (at > 0 && (known[at - HIT] as number) >= offset) at = HIT * firstHit(known, offset);
    while (at < known.length && (known[at] as number) < offset) at += HIT;
    this.#next = at;
    return at;
  }

  #evaluate(start: number, keyword: number): void {
    const { back, ahead } = this.#engine;
    const from = start - (back[keyword] as number);
    const evaluator = this.#evaluator;
    this.#window.cover(from, start + (ahead[keyword] as number));
    const { text, offset } = this.#window;
    for (const match of evaluator.run(keyword, text, start - offset)) this.#add(start, keyword, match, offset);
    hits.push4(start, keyword, evaluator.lookedBack, evaluator.lookedAhead);
  }

  #add(start: number, keyword: number, match: Match, shift: number): void {
    const moved = { ...match, span: { start: match.span.start + shift, end: match.span.end + shift } };
    const key = hitKey(start, keyword);
    this.#found ??= new Map();
    const list = this.#found.get(key);
    if (list) list.push(moved);
    else this.#found.set(key, [moved]);
  }

  finish(isLeaf: boolean, mayHaveMagic: boolean): DeltaOutcome {
    if (isLeaf) hits.clear();
    else sortHits();
    const found = this.#found ?? EMPTY;
    const hasMagic = mayHaveMagic && beginsWithMagic(this.#engine, this.#bytes);
    const magic = hasMagic ? matchMagic(this.#engine, this.#bytes) : NONE;
    const state: BlobState = {
      length: this.#bytes.length,
      isBinary: this.#isBinary,
      hasMagic,
      hits: hits.length === 0 ? NO_HITS : hits.done(),
      found,
    };
    return {
      state,
      matches: found.size + magic.length === 0 ? [] : resolveOverlaps([...withoutTwins(found), ...magic]),
      hits: [...found.keys()].sort((a, b) => a - b).map((key): Hit => [Math.floor(key / KEYWORDS), key % KEYWORDS]),
      exhausted: this.#evaluator.exhausted(),
    };
  }
}

const NO_HITS = new Int32Array(0);
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

// Keywords over a seam begin in front of it, among the last ones of a copy: nearly sorted, so insertion is the right sort.
function sortHits(): void {
  const { values, length } = hits;
  for (let i = HIT; i < length; i += HIT) {
    const start = values[i] as number;
    if ((values[i - HIT] as number) <= start) continue;
    const moved = values.slice(i, i + HIT);
    let at = i;
    for (; at > 0 && (values[at - HIT] as number) > start; at -= HIT) values.copyWithin(at, at - HIT, at);
    values.set(moved, at);
  }
}

// Index of the first hit that begins at or behind an offset.
function firstHit(hits: Int32Array, offset: number): number {
  let low = 0;
  let high = hits.length >> 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[HIT * middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const WINDOW_BYTES = 2048; // more than is asked for: hits stand close together

/** Parts of the bytes as latin1 text, made when an evaluation needs them. */
class TextWindow {
  text = '';
  offset = 0; // of its first character
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Makes `text` hold [from, to) as far as the bytes go. */
  cover(from: number, to: number): void {
    const low = Math.max(0, from);
    const high = Math.min(this.#bytes.length, to);
    if (low >= this.offset && high <= this.offset + this.text.length) return;
    const end = Math.min(this.#bytes.length, high + WINDOW_BYTES);
    this.offset = low;
    this.text = latin1Slice.call(this.#bytes, low, end);
  }
}

const latin1Slice = Buffer.prototype.latin1Slice; // without making a Buffer first
