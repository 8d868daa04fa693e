// A blob as a delta of its parent: only what is new is searched, and only what the new bytes can influence is evaluated again.
// Because decisions are local (engine/evaluate.ts), the matches are exactly those of scanning the blob whole. Pure.

import { firstNotBelow, IntList } from '../int-list.js';
import { findKeywordsInRanges } from '../kernel/keywords.js';
import type { Hit, Match } from '../types.js';
import type { Engine } from './compile-rules.js';
import { firstHit, HIT, hitKey, hitOf, NEAR, NO_HITS, SPECIAL, sortHits, specialHits } from './delta-hits.js';
import { HitEvaluator } from './evaluate-hit.js';
import { beginsWithMagic, MAGIC_BYTES, matchMagic } from './match-magic.js';
import { resolveOverlaps } from './overlap.js';
import { TextWindow } from './text-window.js';

/** How a blob is made of its base: [start, start in the base or -1 for new bytes, length] … in order, no gaps. */
export type DeltaOps = Int32Array;

/** What the children of a blob need to know of it. */
export type BlobState = {
  readonly length: number; // bytes
  readonly isBinary: boolean;
  readonly hasMagic: boolean; // its first bytes are those of files that are secrets
  readonly hits: Int32Array; // [start, keyword and SPECIAL, back, ahead] … by start; how far its evaluation looked, in bytes from the start
  readonly special: Int32Array; // places of the special ones in `hits`
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
  if (scanner?.engine !== engine) scanner = new DeltaScan(engine);
  scanner.begin(blob);
  if (parent && parent.state.isBinary === blob.isBinary) scanner.inherit(parent.state, parent.ops);
  else scanner.searchAll();
  const mayHaveMagic = !parent || parent.state.hasMagic || !beginsAlike(parent.ops);
  return scanner.finish(mayHaveMagic);
}

// The first bytes are those of the base.
function beginsAlike(ops: DeltaOps): boolean {
  return ops[0] === 0 && ops[1] === 0 && (ops[2] ?? 0) >= MAGIC_BYTES;
}

const NONE: readonly Match[] = [];
// Written anew by every scan, which is over before the next one begins: a thread makes millions of scans.
const ranges = new IntList();
const fresh = new IntList();
const hits = new IntList();
let scanner: DeltaScan | null = null;

class DeltaScan {
  readonly engine: Engine;
  readonly #evaluator: HitEvaluator;
  readonly #window = new TextWindow();
  #bytes: Uint8Array = new Uint8Array(0);
  #isBinary = false;
  #isLeaf = false; // its hits are of no use to anybody
  #found: Map<number, Match[]> | null = null;
  #next = 0; // place in the parent's hits

  constructor(engine: Engine) {
    this.engine = engine;
    this.#evaluator = new HitEvaluator(engine);
  }

  begin({ bytes, isBinary, isLeaf = false }: { bytes: Uint8Array; isBinary: boolean; isLeaf?: boolean }): void {
    this.#bytes = bytes;
    this.#isBinary = isBinary;
    this.#isLeaf = isLeaf;
    this.#found = null;
    this.#next = 0;
    this.#evaluator.begin(isBinary);
    this.#window.open(bytes);
    hits.clear();
  }

  searchAll(): void {
    ranges.clear();
    ranges.push2(0, this.#bytes.length);
    findKeywordsInRanges(this.engine.keywords, this.#bytes, ranges, fresh);
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
    const { keywords, longestKeyword } = this.engine;
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
    const { keywords } = this.engine.keywords;
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
    const known = parent.hits;
    const end = src + length;
    const first = this.#seek(known, src);
    if (first >= known.length || (known[first] as number) >= end) return;
    // What lies before the first byte and behind the last one is the same in both, when both begin or end there.
    const low = src === 0 && dst === 0 ? Number.NEGATIVE_INFINITY : src;
    const high = end === parent.length && dst + length === this.#bytes.length ? Number.POSITIVE_INFINITY : end;
    const last = firstHit(known, end, first);
    const copy: Copy = { parent, low, high, end, shift: dst - src };
    // Those in the middle are inherited whatever they looked at, but for the special ones.
    const from = low < src ? first : Math.min(last, firstHit(known, src + NEAR, first));
    const to = high > end ? last : Math.max(from, firstHit(known, end - NEAR, from));
    for (let i = first; i < from; i += HIT) this.#inheritOne(copy, i);
    this.#inheritMany(copy, from, Math.min(to, last));
    for (let i = Math.max(from, Math.min(to, last)); i < last; i += HIT) this.#inheritOne(copy, i);
    this.#next = last;
  }

  #inheritMany(copy: Copy, from: number, to: number): void {
    const { special, hits: known } = copy.parent;
    let at = from;
    for (let i = firstNotBelow(special, from); i < special.length; i++) {
      const place = special[i] as number;
      if (place >= to) break;
      this.#inheritRun(known, at, place, copy.shift);
      this.#inheritOne(copy, place);
      at = place + HIT;
    }
    this.#inheritRun(known, at, to, copy.shift);
  }

  #inheritRun(known: Int32Array, from: number, to: number, shift: number): void {
    if (this.#isLeaf || from >= to) return;
    hits.reserve(to - from);
    const { values } = hits;
    let at = hits.length;
    for (let i = from; i < to; i += HIT, at += HIT) {
      values[at] = (known[i] as number) + shift;
      values[at + 1] = known[i + 1] as number;
      values[at + 2] = known[i + 2] as number;
      values[at + 3] = known[i + 3] as number;
    }
    hits.length = at;
  }

  #inheritOne({ parent, low, high, end, shift }: Copy, place: number): void {
    const { hits: known, found } = parent;
    const start = known[place] as number;
    const marked = known[place + 1] as number;
    const back = known[place + 2] as number;
    const ahead = known[place + 3] as number;
    const keyword = marked & ~SPECIAL;
    if (start - back >= low && start + ahead <= high) {
      if (!this.#isLeaf) hits.push4(start + shift, marked, back, ahead);
      if (marked !== keyword && found.size > 0)
        for (const match of found.get(hitKey(start, keyword)) ?? NONE) this.#add(start + shift, keyword, match, shift);
    } else if (start + (this.engine.keywords.keywords[keyword] ?? '').length <= end)
      this.#evaluate(start + shift, keyword);
  }

  // Copies mostly follow each other in the base, too.
  #seek(known: Int32Array, offset: number): number {
    const at = this.#next;
    if (at > 0 && (known[at - HIT] as number) >= offset) return firstHit(known, offset, 0);
    if (at >= known.length || (known[at] as number) >= offset) return at;
    return firstHit(known, offset, at);
  }

  #evaluate(start: number, keyword: number): void {
    const evaluator = this.#evaluator;
    const matches = evaluator.rejects(keyword, this.#bytes, start) ? NONE : this.#run(start, keyword);
    if (this.#isLeaf) return;
    const { lookedBack, lookedAhead } = evaluator;
    const isSpecial = matches.length > 0 || lookedBack > NEAR || lookedAhead > NEAR;
    hits.push4(start, isSpecial ? keyword | SPECIAL : keyword, lookedBack, lookedAhead);
  }

  #run(start: number, keyword: number): readonly Match[] {
    const { back, ahead } = this.engine;
    this.#window.cover(start - (back[keyword] as number), start + (ahead[keyword] as number));
    const { text, offset } = this.#window;
    const matches = this.#evaluator.run(keyword, text, start - offset);
    for (const match of matches) this.#add(start, keyword, match, offset);
    return matches;
  }

  #add(start: number, keyword: number, match: Match, shift: number): void {
    const moved = { ...match, span: { start: match.span.start + shift, end: match.span.end + shift } };
    const key = hitKey(start, keyword);
    this.#found ??= new Map();
    const list = this.#found.get(key);
    if (list) list.push(moved);
    else this.#found.set(key, [moved]);
  }

  finish(mayHaveMagic: boolean): DeltaOutcome {
    sortHits(hits);
    const found = this.#found ?? EMPTY;
    const hasMagic = mayHaveMagic && beginsWithMagic(this.engine, this.#bytes);
    const magic = hasMagic ? matchMagic(this.engine, this.#bytes) : NONE;
    const state: BlobState = {
      length: this.#bytes.length,
      isBinary: this.#isBinary,
      hasMagic,
      hits: hits.length === 0 ? NO_HITS : hits.done(),
      special: specialHits(hits),
      found,
    };
    return {
      state,
      matches: found.size + magic.length === 0 ? [] : resolveOverlaps([...withoutTwins(found), ...magic]),
      hits: found.size === 0 ? [] : hitsOf(found),
      exhausted: this.#evaluator.exhausted(),
    };
  }
}

type Copy = { parent: BlobState; low: number; high: number; end: number; shift: number };

function hitsOf(found: ReadonlyMap<number, readonly Match[]>): Hit[] {
  return [...found.keys()].sort((a, b) => a - b).map(hitOf);
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
