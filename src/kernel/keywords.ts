// Finds the keywords of all rules in one pass over bytes, without case.
// Contract: may report a keyword that is not there in this case or context, must never miss one.

import { IntList } from '../int-list.js';
import { hasKernel, Kernel } from './kernel.js';
import { IMAGE_AT, LONGEST_AT } from './layout.js';
import { type OnHit, searchPlainly } from './search-plainly.js';
import { buildTables } from './tables.js';

const PIECE_BYTES = 256 * 1024; // copied into the kernel's memory at once: stays in the second-level cache
const TINY_BYTES = 256; // copying them into the kernel's memory takes longer than searching them where they are
const FIRST_BYTES = 32 * 1024; // the plain search is through these before a kernel is there: a commit seldom has more

export type KeywordSet = {
  readonly keywords: readonly string[]; // lower case
  readonly longest: number; // bytes of the longest; 0: none
  readonly image: Uint8Array; // tables.ts
};

/** A KeywordSet as JSON can hold it. */
export type PackedKeywords = { readonly keywords: readonly string[]; readonly image: string };

/**
 * Prepares keywords for the search.
 *
 * @param keywords ASCII, at least 3 bytes each, no two the same but for case
 * @throws {RangeError} a keyword is shorter or not ASCII: a rule that the rule check should have refused
 */
export function compileKeywords(keywords: readonly string[]): KeywordSet {
  const lower = keywords.map(keyword => keyword.toLowerCase());
  for (const text of lower) {
    if (text.length < 3 || !/^[\x20-\x7e]+$/.test(text)) {
      throw new RangeError(`keyword ${JSON.stringify(text)} is not 3 or more ASCII characters`);
    }
  }
  if (new Set(lower).size < lower.length) throw new RangeError('two keywords are the same');
  return toSet(lower, buildTables(lower));
}

/** The preparation as it can be kept in the program when that is built. */
export function packKeywords(keywords: readonly string[]): PackedKeywords {
  const set = compileKeywords(keywords);
  return { keywords: set.keywords, image: Buffer.from(set.image).toString('base64') };
}

/** A set from its packed form. */
export function unpackKeywords(packed: PackedKeywords): KeywordSet {
  return toSet(packed.keywords, Buffer.from(packed.image, 'base64'));
}

function toSet(keywords: readonly string[], image: Uint8Array): KeywordSet {
  const longest = new DataView(image.buffer, image.byteOffset, image.byteLength).getUint32(LONGEST_AT - IMAGE_AT, true);
  return { keywords, longest, image };
}

/**
 * Calls `onHit(keyword, start)` for every keyword that begins in bytes[from, to), in the order of their starts.
 *
 * @param bytes may hold anything
 */
export function findKeywords(
  set: KeywordSet,
  bytes: Uint8Array,
  range: { from: number; to: number },
  onHit: OnHit,
): void {
  const to = Math.min(range.to, bytes.length);
  if (!isForKernel(to - range.from)) {
    searchPlainly(set.image, bytes, { from: range.from, to }, onHit);
    return;
  }
  for (let from = range.from; from < to; ) {
    const piece = { from, to: Math.min(from + PIECE_BYTES, to) };
    const { hits, next } = scanPiece(set, bytes, piece);
    for (let i = 0; i < hits.length; i += 2) onHit(hits[i] as number, hits[i + 1] as number);
    from = next;
  }
}

/**
 * Finds the keywords that begin in any of several ranges.
 *
 * @param ranges from and to in turn, ascending; none reaches into the next
 * @param hits takes start and keyword in turn, by start; what it held is lost
 */
export function findKeywordsInRanges(set: KeywordSet, bytes: Uint8Array, ranges: IntList, hits: IntList): void {
  hits.clear();
  const { values, length } = ranges;
  let total = 0;
  for (let i = 0; i < length; i += 2) total += (values[i + 1] as number) - (values[i] as number);
  if (isForKernel(total)) {
    findTogether(set, bytes, ranges, hits);
    return;
  }
  for (let i = 0; i < length; i += 2) {
    const range = { from: values[i] as number, to: values[i + 1] as number };
    findKeywords(set, bytes, range, (keyword, start) => hits.push2(start, keyword));
  }
}

const JOINED_GAP = 128; // bytes between two ranges: searching them as well takes less time than another copy

// Most ranges are short, and so many that a call for each would take longer than the search: they are laid one behind the other,
// each with as much behind it as a keyword can reach, and a NUL, which stands in no keyword.
function findTogether(set: KeywordSet, bytes: Uint8Array, ranges: IntList, hits: IntList): void {
  const { values, length } = ranges;
  kernel().load(set);
  shifts.clear();
  let input = kernel().input(0);
  let used = 0;
  let first = 0;
  for (let range = 0; range < length; ) {
    const from = values[range] as number;
    let last = range;
    while (
      last + 2 < length &&
      (values[last + 2] as number) - (values[last + 1] as number) <= JOINED_GAP &&
      (values[last + 3] as number) - from <= PIECE_BYTES
    )
      last += 2;
    const end = Math.min(bytes.length, (values[last + 1] as number) + set.longest);
    const isLong = end - from > 2 * PIECE_BYTES; // has a search of its own
    if (used > 0 && (isLong || used + end - from > PIECE_BYTES)) {
      searchLaid(values, { first, last: range, used }, hits);
      used = 0;
      first = range;
      shifts.clear();
    }
    if (isLong) {
      findKeywords(set, bytes, { from, to: values[last + 1] as number }, (keyword, start) =>
        hits.push2(start, keyword),
      );
      range = last + 2;
      first = range;
      continue;
    }
    if (input.length < used + end - from + 1) input = kernel().input(Math.max(PIECE_BYTES, used + end - from) + 1);
    input.set(bytes.subarray(from, end), used);
    for (; range <= last; range += 2) shifts.push(used - from);
    used += end - from;
    input[used++] = 0;
  }
  if (used > 0) searchLaid(values, { first, last: length, used }, hits);
}

const shifts = new IntList(); // of each range that is laid out: from its place in the bytes to that in the input

function searchLaid(ranges: Int32Array, laid: { first: number; last: number; used: number }, hits: IntList): void {
  let range = laid.first;
  let at = 0;
  let from = 0; // of the range, in the input
  let to = 0;
  const enter = () => {
    const shift = shifts.values[at] as number;
    from = (ranges[range] as number) + shift;
    to = (ranges[range + 1] as number) + shift;
  };
  enter();
  for (let next = 0; next < laid.used; next = kernel().next) {
    const found = kernel().scan({ from: next, to: laid.used }, laid.used);
    for (let i = 0; i < found.length; i += 2) {
      const start = found[i + 1] as number;
      while (start >= to && range + 2 < laid.last) {
        range += 2;
        at++;
        enter();
      }
      if (start >= from && start < to) hits.push2(start - (shifts.values[at] as number), found[i] as number);
    }
  }
}

function kernel(): Kernel {
  shared ??= new Kernel();
  return shared;
}

let shared: Kernel | null = null; // a memory costs address space, so there is one for all sets
let searched = 0; // bytes, as long as there is none

function isForKernel(length: number): boolean {
  if (length <= TINY_BYTES) return false;
  if (shared) return true;
  searched += length;
  return searched > FIRST_BYTES && hasKernel();
}

// Hits are copied out: `onHit` may search too.
function scanPiece(
  set: KeywordSet,
  bytes: Uint8Array,
  { from, to }: { from: number; to: number },
): { hits: Uint32Array; next: number } {
  kernel().load(set);
  const end = Math.min(bytes.length, to + set.longest);
  kernel()
    .input(end - from)
    .set(bytes.subarray(from, end));
  const hits = kernel()
    .scan({ from: 0, to: to - from }, end - from)
    .slice();
  for (let i = 1; i < hits.length; i += 2) hits[i] = (hits[i] as number) + from;
  return { hits, next: from + kernel().next };
}
