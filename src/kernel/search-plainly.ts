// The search without WebAssembly: the same tables, read by TypeScript. For small inputs, which it has finished before a
// module is compiled, and for machines without SIMD. Reports exactly the keywords that are there.

import {
  BUCKETS_AT,
  CHECK_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  FACTOR_A,
  FACTOR_B,
  FOLD,
  GATE_AT,
  GATE_BITS,
  IMAGE_AT,
  LENGTH_BITS,
  REACH_AT,
} from './layout.js';
import { bucketOf, checkOf, checkOfThree } from './tables.js';

const GATE = GATE_AT - IMAGE_AT;
const FOLD_PAIR = FOLD | (FOLD << 8);

export type OnHit = (keyword: number, start: number) => void;

/** Calls `onHit` for every keyword that begins in bytes[from, to), by start, in the order that the kernel has. */
export function searchPlainly(
  image: Uint8Array,
  bytes: Uint8Array,
  range: { from: number; to: number },
  onHit: OnHit,
): void {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const search: Search = { view, bytes, range, hits: [] };
  const reach = view.getUint32(REACH_AT - IMAGE_AT, true);
  const last = Math.min(range.to + reach, bytes.length - 2); // anchors stand before it
  let pair = FOLD_PAIR; // of bytes, folded
  let nextPair = ((bytes[range.from] ?? 0) << 8) | ((bytes[range.from + 1] ?? 0) << 16);
  nextPair = (nextPair >> 8) | FOLD_PAIR;
  for (let at = range.from; at < last; at++) {
    // These reads are in range by construction; checks would cost a tenth of the scan.
    pair = nextPair;
    nextPair = (pair >> 8) | ((bytes[at + 2] as number) << 8) | FOLD_PAIR;
    const open = image[GATE + (((pair * FACTOR_A + nextPair * FACTOR_B) & 0xffff) >> (16 - GATE_BITS))] as number;
    if (open === 0) continue;
    const fourth = bytes[at + 3] ?? 0;
    if ((open >> (fourth & 7)) & 1) compareAt(search, at, pair | (nextPair << 8) | (fourth << 24));
  }
  for (const { keyword, start } of search.hits) onHit(keyword, start);
}

type Search = { view: DataView; bytes: Uint8Array; range: { from: number; to: number }; hits: Hit[] };
type Hit = { keyword: number; start: number };

function compareAt(search: Search, at: number, word: number): void {
  const four = checkOf(word);
  const three = checkOfThree(word);
  if (isAnchor(search.view, four)) compare(search, at, four);
  if (isAnchor(search.view, three)) compare(search, at, three);
}

function isAnchor(view: DataView, check: number): boolean {
  return ((view.getUint8(CHECK_AT - IMAGE_AT + (check >> 3)) >> (check & 7)) & 1) === 1;
}

// Compares the keywords that have this check with what stands around their anchor.
function compare({ view, bytes, range, hits }: Search, at: number, check: number): void {
  const bucket = BUCKETS_AT - IMAGE_AT + 2 * bucketOf(check);
  const stop = view.getUint16(bucket + 2, true);
  for (let entry = view.getUint16(bucket, true); entry < stop; entry++) {
    const fields = ENTRIES_AT - IMAGE_AT + entry * ENTRY_BYTES;
    const shape = view.getUint16(fields + 2, true);
    const start = at - (shape >> LENGTH_BITS);
    const end = start + (shape & ((1 << LENGTH_BITS) - 1));
    if (start < range.from || start >= range.to || end > bytes.length) continue;
    const text = view.getUint32(fields + 4, true) - IMAGE_AT;
    if (stands(view, text, bytes, { start, end })) add(hits, { keyword: view.getUint16(fields, true), start });
  }
}

// Anchors come in order, starts nearly so: few hits have to move.
function add(hits: Hit[], hit: Hit): void {
  let place = hits.length;
  for (; place > 0 && (hits[place - 1]?.start ?? 0) > hit.start; place--) hits[place] = hits[place - 1] as Hit;
  hits[place] = hit;
}

function stands(
  view: DataView,
  text: number,
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (view.getUint8(text + at - start) !== (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)) return false;
  }
  return true;
}
