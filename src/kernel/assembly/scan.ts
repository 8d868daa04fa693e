// The search itself, in AssemblyScript (scripts/build-wasm.mjs makes ../kernel-wasm.ts of it). Per chunk: SIMD makes
// of every place a slot of the gate (a hash of three bytes without case); the gate is read there, and SIMD tests the
// bit of the fourth byte. Two places in a hundred pass; one in three of them has an anchor's four bytes and is compared
// with the keywords that have this anchor. Reports exactly the keywords that are there. Memory: ../layout.ts.

import {
  BUCKET_BITS,
  BUCKETS_AT,
  CAPACITY_AT,
  CHECK_AT,
  CHECK_BITS,
  CHECK_FACTOR,
  CHUNK,
  ENTRIES_AT,
  ENTRY_BYTES,
  FOLD_WORD,
  GATE_AT,
  GATE_BITS,
  INPUT_AT,
  LENGTH_BITS,
  PLACES_AT,
  REACH_AT,
  RESULTS_AT,
  SLOT_AT,
  VECTORS_AT,
} from '../layout';

const HIT_BYTES: u32 = 8;

/** Where to go on: the results are the keywords that begin in [from, next). */
export let next: u32 = 0;

let count: u32 = 0; // of hits
let first: u32 = 0; // hits begin in [first, behind) and end at `end` or before
let behind: u32 = 0;
let end: u32 = 0;

/**
 * Finds the keywords that begin in [from, to) of the input and end at `limit` or before.
 *
 * @returns how many; (keyword, start) pairs stand at RESULTS_AT, by start. `next` < `to`: there was no room for more
 */
export function scan(from: u32, to: u32, limit: u32): u32 {
  count = 0;
  first = from;
  behind = to;
  end = limit;
  const reach = load<u32>(REACH_AT);
  const input = load<u32>(INPUT_AT);
  const last = min<u32>(to + reach, limit); // anchors stand before it
  for (let at = from; at < last; at += CHUNK) {
    const size = min<u32>(CHUNK, last - at);
    hash(input + at, size);
    const stop = compareAll(input, at, check(input + at, sift(input + at, size)));
    if (stop < <u32>CHUNK) return cut(at + stop + 1 - reach);
  }
  next = to;
  return count;
}

// Sixteen places a round: slots of the even ones in one vector, of the odd ones in the next.
function hash(input: usize, size: u32): void {
  const fold = v128.load(VECTORS_AT);
  const a = v128.load(VECTORS_AT + 16);
  const b = v128.load(VECTORS_AT + 32);
  for (let at: usize = 0; at < <usize>size; at += 16) {
    const even = v128.or(v128.load(input + at), fold);
    const odd = v128.or(v128.load(input + at, 1), fold);
    const after = v128.or(v128.load(input + at, 2), fold);
    const evenCode = i16x8.add(i16x8.mul(even, a), i16x8.mul(odd, b));
    const oddCode = i16x8.add(i16x8.mul(odd, a), i16x8.mul(after, b));
    v128.store(2 * at, i16x8.shr_u(evenCode, 16 - GATE_BITS), SLOT_AT);
    v128.store(2 * at, i16x8.shr_u(oddCode, 16 - GATE_BITS), SLOT_AT + 16);
  }
}

// Places whose fourth byte has its bit in the gate → PLACES_AT. Returns how many.
function sift(bytes: usize, size: u32): u32 {
  const bits = v128.load(VECTORS_AT + 48);
  const low = v128.load(VECTORS_AT + 64);
  let listed: u32 = 0;
  for (let block: u32 = 0; block < size; block += 64) {
    const at = bytes + block;
    const slots: usize = block << 1;
    let open = passes(v128.load(at, 3), bits, low, slots);
    open |= passes(v128.load(at, 19), bits, low, slots + 32) << 16;
    open |= passes(v128.load(at, 35), bits, low, slots + 64) << 32;
    open |= passes(v128.load(at, 51), bits, low, slots + 96) << 48;
    // Two at a time whether they are there or not: a wrong guess at how many there are would cost more.
    const stop = listed + <u32>popcnt(open);
    while (listed < stop) {
      store<u16>(listed << 1, block + <u32>ctz(open), PLACES_AT);
      open &= open - 1;
      store<u16>(listed << 1, block + <u32>ctz(open), PLACES_AT + 2);
      open &= open - 1;
      listed += 2;
    }
    listed = stop;
  }
  return listed;
}

function passes(fourth: v128, bits: v128, low: v128, slots: usize): u64 {
  const met = v128.and(gather(slots), i8x16.swizzle(bits, v128.and(fourth, low)));
  return <u64>(i8x16.bitmask(i8x16.eq(met, i8x16.splat(0))) ^ 0xffff);
}

// What the gate has for sixteen slots. Lane by lane into two vectors: storing each byte took half as long again.
function gather(slots: usize): v128 {
  let even = i8x16.splat(0);
  let odd = i8x16.splat(0);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 0), even, 0, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 16), odd, 1, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 2), even, 2, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 18), odd, 3, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 4), even, 4, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 20), odd, 5, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 6), even, 6, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 22), odd, 7, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 8), even, 8, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 24), odd, 9, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 10), even, 10, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 26), odd, 11, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 12), even, 12, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 28), odd, 13, GATE_AT);
  even = v128.load8_lane(load<u16>(slots, SLOT_AT + 14), even, 14, GATE_AT);
  odd = v128.load8_lane(load<u16>(slots, SLOT_AT + 30), odd, 15, GATE_AT);
  return v128.or(even, odd);
}

// Keeps the places whose bytes are those of an anchor, but for chance. No branch: one place in three stays.
function check(bytes: usize, listed: u32): u32 {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < listed; i++) {
    const place: u32 = load<u16>(i << 1, PLACES_AT);
    const word = load<u32>(bytes + place) | FOLD_WORD;
    store<u16>(kept << 1, place, PLACES_AT);
    kept += isAnchor(checkOf(word)) | isAnchor(checkOf(word & 0xffffff));
  }
  return kept;
}

function checkOf(word: u32): u32 {
  return (word * CHECK_FACTOR) >> (32 - CHECK_BITS);
}

function isAnchor(check: u32): u32 {
  return (<u32>load<u8>(check >> 3, CHECK_AT) >> (check & 7)) & 1;
}

// Returns the place after which there was no room for more hits, or else CHUNK.
function compareAll(input: usize, at: u32, kept: u32): u32 {
  const capacity = load<u32>(CAPACITY_AT);
  for (let i: u32 = 0; i < kept; i++) {
    const place: u32 = load<u16>(i << 1, PLACES_AT);
    const word = load<u32>(input + at + place) | FOLD_WORD;
    const four = checkOf(word);
    const three = checkOf(word & 0xffffff);
    if (isAnchor(four)) compare(input, at + place, four);
    if (isAnchor(three)) compare(input, at + place, three);
    if (count >= capacity) return place;
  }
  return CHUNK;
}

// Compares the keywords that have this check with what stands around their anchor.
function compare(input: usize, anchorAt: u32, check: u32): void {
  const bucket: usize = (check >> (CHECK_BITS - BUCKET_BITS)) << 1;
  const stop: u32 = load<u16>(bucket, BUCKETS_AT + 2);
  for (let entry: u32 = load<u16>(bucket, BUCKETS_AT); entry < stop; entry++) {
    const fields = <usize>entry * ENTRY_BYTES;
    const shape: u32 = load<u16>(fields, ENTRIES_AT + 2);
    const anchor = shape >> LENGTH_BITS;
    const length = shape & ((1 << LENGTH_BITS) - 1);
    const start = anchorAt - anchor;
    if (anchorAt < first + anchor || start >= behind || start + length > end) continue;
    if (stands(input + start, load<u32>(fields, ENTRIES_AT + 4), length)) add(load<u16>(fields, ENTRIES_AT), start);
  }
}

function stands(bytes: usize, text: usize, length: u32): bool {
  for (; length > 16; length -= 16, bytes += 16, text += 16) {
    if (differences(bytes, text) !== 0) return false;
  }
  return differences(bytes, text) << (32 - length) === 0;
}

// One bit for each of 16 bytes.
function differences(bytes: usize, text: usize): u32 {
  return i8x16.bitmask(i8x16.eq(lowerCase(v128.load(bytes)), v128.load(text))) ^ 0xffff;
}

function lowerCase(bytes: v128): v128 {
  const isUpper = v128.and(i8x16.ge_u(bytes, i8x16.splat(0x41)), i8x16.le_u(bytes, i8x16.splat(0x5a)));
  return v128.or(bytes, v128.and(isUpper, i8x16.splat(0x20)));
}

// Anchors come in order, starts nearly so: few hits have to move.
function add(keyword: u32, start: u32): void {
  const results = load<u32>(RESULTS_AT);
  let place = results + count * HIT_BYTES;
  for (; place > results && load<u32>(place - HIT_BYTES, 4) > start; place -= HIT_BYTES) {
    store<u64>(place, load<u64>(place - HIT_BYTES));
  }
  store<u32>(place, keyword);
  store<u32>(place, start, 4);
  count++;
}

// Keywords from `at` on may have anchors that were not reached: they are left to the next scan.
function cut(at: u32): u32 {
  next = min<u32>(at, behind);
  const results = load<u32>(RESULTS_AT);
  while (count > 0 && load<u32>(results + (count - 1) * HIT_BYTES, 4) >= next) count--;
  return count;
}
