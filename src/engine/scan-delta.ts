// A blob as a delta of its parent: only what is new is searched, and only what the new bytes can influence is evaluated again.
// Because decisions are local (engine/evaluate.ts), the matches are exactly those of scanning the blob whole. Pure.

import { findKeywords } from '../kernel/keywords.js';
import type { Match } from '../types.js';
import type { Engine } from './compile-rules.js';
import { HitEvaluator } from './evaluate-hit.js';
import { matchMagic } from './match-magic.js';
import { resolveOverlaps } from './overlap.js';

/** How a blob is made of its base: [start, start in the base or -1 for new bytes, length] … in order, no gaps. */
export type DeltaOps = Int32Array;

/** What the children of a blob need to know of it. */
export type BlobState = {
  readonly length: number; // bytes
  readonly isBinary: boolean;
  readonly hits: Int32Array; // [start, keyword] … by start
  readonly found: ReadonlyMap<number, readonly Match[]>; // hit (see hitKey) → what it gave, before overlaps are resolved
};

export type DeltaOutcome = { state: BlobState; matches: Match[]; exhausted: string[] };

/**
 * Scans a blob as it stands; whoever calls has to decode UTF-16 and to scan that whole.
 *
 * @param isBinary only distinctive rules apply; a blob whose parent was read otherwise is scanned whole
 * @param parent state of the delta base and how the blob is made from it; null: scan everything
 */
export function scanDelta(
  engine: Engine,
  blob: { bytes: Uint8Array; isBinary: boolean },
  parent: { state: BlobState; ops: DeltaOps } | null,
): DeltaOutcome {
  const { bytes, isBinary } = blob;
  const scan = new DeltaScan(engine, bytes, isBinary);
  if (parent && parent.state.isBinary === isBinary) scan.inherit(parent.state, parent.ops);
  else scan.searchAll();
  return scan.finish();
}

const NONE: readonly Match[] = [];
const KEYWORDS = 65536; // more than there are

// One number for a keyword at a place; by start, then keyword.
function hitKey(start: number, keyword: number): number {
  return start * KEYWORDS + keyword;
}

class DeltaScan {
  readonly #engine: Engine;
  readonly #bytes: Uint8Array;
  readonly #isBinary: boolean;
  readonly #evaluator: HitEvaluator;
  readonly #window: TextWindow;
  readonly #found = new Map<number, Match[]>();
  #hits: number[] | Int32Array = [];

  constructor(engine: Engine, bytes: Uint8Array, isBinary: boolean) {
    this.#engine = engine;
    this.#bytes = bytes;
    this.#isBinary = isBinary;
    this.#evaluator = new HitEvaluator(engine, { isBinary });
    this.#window = new TextWindow(bytes);
  }

  searchAll(): void {
    const hits: number[] = [];
    findKeywords(this.#engine.keywords, this.#bytes, { from: 0, to: this.#bytes.length }, (keyword, start) =>
      hits.push(start, keyword),
    );
    sortPairs(hits);
    for (let i = 0; i < hits.length; i += 2) this.#evaluate(hits[i] ?? 0, hits[i + 1] ?? 0);
    this.#hits = hits;
  }

  /** Takes over what the copies carry and searches the rest. */
  inherit(parent: BlobState, ops: DeltaOps): void {
    const fresh = this.#searchFresh(ops);
    const merged: number[] = [];
    let next = 0;
    for (let op = 0; op + 2 < ops.length; op += 3) {
      const copy = { dst: ops[op] ?? 0, src: ops[op + 1] ?? -1, length: ops[op + 2] ?? 0 };
      if (copy.src < 0) continue;
      for (; next < fresh.length && (fresh[next] ?? 0) < copy.dst; next += 2)
        merged.push(fresh[next] ?? 0, fresh[next + 1] ?? 0);
      this.#inheritCopy(parent, copy, merged);
    }
    for (; next < fresh.length; next += 2) merged.push(fresh[next] ?? 0, fresh[next + 1] ?? 0);
    sortPairs(merged);
    this.#hits = merged;
    for (let i = 0; i < fresh.length; i += 2) this.#evaluate(fresh[i] ?? 0, fresh[i + 1] ?? 0);
  }

  // Keywords that touch new bytes or the seam between two copies; those inside one copy are inherited instead.
  #searchFresh(ops: DeltaOps): number[] {
    const { keywords, longestKeyword } = this.#engine;
    const fresh: number[] = [];
    let searched = 0; // hits that begin in front of this are known
    for (let op = 0; op + 2 < ops.length; op += 3) {
      const [dst, src, length] = [ops[op] ?? 0, ops[op + 1] ?? -1, ops[op + 2] ?? 0];
      const end = dst + length;
      // Of new bytes all; of a copy only its last bytes, where a keyword may reach over the seam behind it.
      const from = Math.max(searched, src < 0 ? dst : end - longestKeyword + 1, 0);
      searched = end;
      findKeywords(keywords, this.#bytes, { from, to: end }, (keyword, start) => {
        const isInside = src >= 0 && start >= dst && start + (keywords.keywords[keyword]?.length ?? 0) <= end;
        if (!isInside) fresh.push(start, keyword);
      });
    }
    return fresh;
  }

  #inheritCopy(parent: BlobState, copy: { dst: number; src: number; length: number }, merged: number[]): void {
    const { keywords, back, ahead } = this.#engine;
    const { hits } = parent;
    const shift = copy.dst - copy.src;
    const end = copy.src + copy.length;
    // What lies before the first byte and behind the last one is the same in both, when both begin or end there.
    const low = copy.src === 0 && copy.dst === 0 ? Number.NEGATIVE_INFINITY : copy.src;
    const high =
      end === parent.length && copy.dst + copy.length === this.#bytes.length ? Number.POSITIVE_INFINITY : end;
    for (let i = 2 * firstHit(hits, copy.src); i < hits.length; i += 2) {
      const start = hits[i] ?? 0;
      if (start >= end) break;
      const keyword = hits[i + 1] ?? 0;
      if (start + (keywords.keywords[keyword]?.length ?? 0) > end) continue;
      merged.push(start + shift, keyword);
      const isSame = start - (back[keyword] ?? 0) >= low && start + (ahead[keyword] ?? 0) <= high;
      if (!isSame) this.#evaluate(start + shift, keyword);
      else
        for (const match of parent.found.get(hitKey(start, keyword)) ?? NONE)
          this.#add(start + shift, keyword, match, shift);
    }
  }

  #evaluate(start: number, keyword: number): void {
    const { back, ahead } = this.#engine;
    const from = start - (back[keyword] ?? 0);
    const { text, offset } = this.#window.cover(from, start + (ahead[keyword] ?? 0));
    for (const match of this.#evaluator.run(keyword, text, start - offset)) this.#add(start, keyword, match, offset);
  }

  #add(start: number, keyword: number, match: Match, shift: number): void {
    const moved = { ...match, span: { start: match.span.start + shift, end: match.span.end + shift } };
    const key = hitKey(start, keyword);
    const list = this.#found.get(key);
    if (list) list.push(moved);
    else this.#found.set(key, [moved]);
  }

  finish(): DeltaOutcome {
    const all = new Map<string, Match>(); // two hits may give the same match
    for (const [, matches] of [...this.#found].sort(([a], [b]) => a - b)) {
      for (const match of matches) {
        const key = `${match.ruleId} ${match.span.start} ${match.span.end}`;
        if (!all.has(key)) all.set(key, match);
      }
    }
    const state: BlobState = {
      length: this.#bytes.length,
      isBinary: this.#isBinary,
      hits: Int32Array.from(this.#hits),
      found: this.#found,
    };
    return {
      state,
      matches: resolveOverlaps([...all.values(), ...matchMagic(this.#engine, this.#bytes)]),
      exhausted: this.#evaluator.exhausted(),
    };
  }
}

// Keywords over a seam begin in front of it, among the last ones of a copy: nearly sorted, so insertion is the right sort.
function sortPairs(pairs: number[]): void {
  for (let i = 2; i < pairs.length; i += 2) {
    const [start, keyword] = [pairs[i] ?? 0, pairs[i + 1] ?? 0];
    let at = i - 2;
    for (; at >= 0 && (pairs[at] ?? 0) > start; at -= 2) {
      pairs[at + 2] = pairs[at] ?? 0;
      pairs[at + 3] = pairs[at + 1] ?? 0;
    }
    pairs[at + 2] = start;
    pairs[at + 3] = keyword;
  }
}

// Index of the first hit that begins at or behind an offset.
function firstHit(hits: Int32Array, offset: number): number {
  let low = 0;
  let high = hits.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[2 * middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const WINDOW_BYTES = 16 * 1024; // text made at once: hits stand close together, and most rules look a few hundred bytes ahead

/** Parts of the bytes as latin1 text, made when an evaluation needs them. */
class TextWindow {
  readonly #bytes: Buffer;
  #text = '';
  #from = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Text that holds [from, to) as far as the bytes go, and the offset of its first character. */
  cover(from: number, to: number): { text: string; offset: number } {
    const low = Math.max(0, from);
    const high = Math.min(this.#bytes.length, to);
    if (low < this.#from || high > this.#from + this.#text.length) {
      this.#from = low;
      this.#text = this.#bytes.toString(
        'latin1',
        low,
        Math.min(this.#bytes.length, Math.max(high, low + WINDOW_BYTES)),
      );
    }
    return { text: this.#text, offset: this.#from };
  }
}
