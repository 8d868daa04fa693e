// Finds the keywords of all rules in one pass over bytes, without case.
// Contract: may report a keyword that is not there in this case or context, must never miss one.

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
